/**
 * The hooks by which any plugin takes part in a payment: contribute, freeze, guard, and after commit the event. Start at {@link dev.quittance.api.payment.PaymentGuard}.
 */
@NullMarked
package dev.quittance.api.payment;

import org.jspecify.annotations.NullMarked;
