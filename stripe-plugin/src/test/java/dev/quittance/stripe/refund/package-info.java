/** Tests of refunds. */
@NullMarked
package dev.quittance.stripe.refund;

import org.jspecify.annotations.NullMarked;
