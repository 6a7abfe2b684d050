/** Tests of payments and attempts. */
@NullMarked
package dev.quittance.stripe.payment;

import org.jspecify.annotations.NullMarked;
