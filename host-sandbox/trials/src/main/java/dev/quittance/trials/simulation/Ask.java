package dev.quittance.trials.simulation;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.util.List;

/**
 * What the office asks one payer for. The payer's addresses are used for this alone, so mails can be told apart.
 *
 * @param business who asks
 * @param record for which project or invoice
 * @param amount how much
 * @param addresses whom: where mail may go, the usual one first
 */
record Ask(Town.Business business, RecordRef record, Money amount, List<String> addresses) {
    /** One who has one address. */
    Ask(Town.Business business, RecordRef record, Money amount, String address) {
        this(business, record, amount, List.of(address));
    }

    /** The usual address, which also tells payers apart. */
    String email() {
        return addresses.get(0);
    }
}
