package dev.quittance.stripe.request;

import dev.quittance.api.record.RecordRef;

/**
 * Whose turn it is to ask for money on a record. Everybody who asks takes one, in the transaction that stores what is asked for;
 * whoever finds that another one was taken since has decided on old figures, and decides anew. Immutable.
 *
 * @param record what turns are taken on: the project, for its invoices too, or an invoice that bills none
 * @param currency in which money is asked for
 * @param seen how many were taken when the figures were read
 */
public record Turn(RecordRef record, String currency, long seen) {}
