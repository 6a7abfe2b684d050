/** Tests of payments and attempts. */
@NullMarked
package dev.quittance.stripe.refund;

import org.jspecify.annotations.NullMarked;
