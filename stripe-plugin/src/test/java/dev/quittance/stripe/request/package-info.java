/** Tests of what is asked for. */
@NullMarked
package dev.quittance.stripe.request;

import org.jspecify.annotations.NullMarked;
