/**
 * The part of other plugins in payments: contributors, guards, and listeners that are told in order and at least once. Depends
 * on {@code extension} and {@code event}. Start at {@link dev.quittance.platform.payment.PaymentParticipants}.
 */
@NullMarked
package dev.quittance.platform.payment;

import org.jspecify.annotations.NullMarked;
