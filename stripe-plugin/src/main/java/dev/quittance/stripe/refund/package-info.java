/**
 * Money that is given back: each click one reserved row and one call to Stripe, and what was given back at Stripe itself. Depends on
 * {@code payment} and what lies below, and reads events as {@code checkout} does. Start at {@link dev.quittance.stripe.refund.Refunds}.
 */
@NullMarked
package dev.quittance.stripe.refund;

import org.jspecify.annotations.NullMarked;
