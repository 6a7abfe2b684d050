/**
 * What Stripe tells us: verify the raw bytes, store, thank, and work it off later. Features implement
 * {@link dev.quittance.stripe.webhook.WebhookHandler}. Depends on {@code storage} only. Start at
 * {@link dev.quittance.stripe.webhook.Webhooks}.
 */
@NullMarked
package dev.quittance.stripe.webhook;

import org.jspecify.annotations.NullMarked;
