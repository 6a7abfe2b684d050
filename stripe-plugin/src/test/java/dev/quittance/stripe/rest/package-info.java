@NullMarked
package dev.quittance.stripe.rest;

import org.jspecify.annotations.NullMarked;
