package dev.quittance.trials.simulation;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;

/**
 * What the office asks one payer for. The payer's address is used for this alone, so mails can be told apart.
 *
 * @param business who asks
 * @param record for which project or invoice
 * @param amount how much
 * @param email whom
 */
record Ask(Town.Business business, RecordRef record, Money amount, String email) {}
