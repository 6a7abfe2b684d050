/**
 * The guarantee behind the webhooks: what is not final is read again at Stripe, on start and every minute. Knows checkout and
 * payments. Start at {@link dev.quittance.stripe.sweep.Sweep}.
 */
@NullMarked
package dev.quittance.stripe.sweep;

import org.jspecify.annotations.NullMarked;
