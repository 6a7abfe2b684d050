/**
 * The customer's way to pay: the public page, the hosted session behind it, the return from Stripe, and the webhooks of
 * sessions, intents and charges. At most one live attempt for a request. Knows payments and requests. Start at
 * {@link dev.quittance.stripe.checkout.Checkouts}.
 */
@NullMarked
package dev.quittance.stripe.checkout;

import org.jspecify.annotations.NullMarked;
