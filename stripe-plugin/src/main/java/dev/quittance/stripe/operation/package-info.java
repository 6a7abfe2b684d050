/**
 * Mutating calls to Stripe: written and committed before they are sent, sent again with the same bytes and the same key until
 * the answer is known. Depends on {@code storage} and {@code gateway}. Start at {@link dev.quittance.stripe.operation.Operations}.
 */
@NullMarked
package dev.quittance.stripe.operation;

import org.jspecify.annotations.NullMarked;
