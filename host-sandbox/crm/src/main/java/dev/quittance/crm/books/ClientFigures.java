package dev.quittance.crm.books;

import dev.quittance.api.money.Money;

/**
 * How a client stands in one currency, by the host's own books. Currencies are never added up. Immutable and thread-safe.
 *
 * @param billed the totals of the client's issued invoices, and what was asked for on projects themselves and is paid, processing
 *     or open. Of a project with a contract in this currency, a deposit and an invoice that bills it again count once: both together
 *     come to no more than the contract, unless one of them alone does
 * @param paid what came for all of the client's records and was not taken back
 * @param processing what is on its way through a bank
 * @param overdue what of issued invoices whose last day to pay is over has not come and is not on its way; at most what is missing of
 *     the project's contract in this currency
 */
public record ClientFigures(Money billed, Money paid, Money processing, Money overdue) {}
