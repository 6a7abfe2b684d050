/**
 * The official Java client against the local Stripe: unmodified, over HTTP, through every flow; each answer is compared with
 * the description of Stripe's API and with the client's own model. Start at {@code Office}.
 */
@NullMarked
package dev.quittance.trials.sdk;

import org.jspecify.annotations.NullMarked;
