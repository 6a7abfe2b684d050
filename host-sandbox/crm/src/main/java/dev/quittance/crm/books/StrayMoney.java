package dev.quittance.crm.books;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.time.Instant;

/**
 * Money that came for a record that is gone.
 *
 * @param record what it was paid for
 * @param paymentId the payment
 * @param amount what came, gross
 * @param takenBack what of it was taken back
 * @param paidAt when
 * @param method how, for people
 */
public record StrayMoney(
        RecordRef record, String paymentId, Money amount, Money takenBack, Instant paidAt, String method) {}
