/** Tests of connecting. */
@NullMarked
package dev.quittance.stripe.connection;

import org.jspecify.annotations.NullMarked;
