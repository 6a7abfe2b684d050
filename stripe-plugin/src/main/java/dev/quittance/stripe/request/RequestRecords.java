package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;

/** Where a record stands with money, for everybody who shows it. Reads the host's records: never inside a transaction. Thread-safe. */
public final class RequestRecords {
    private final Standings standings;

    /** The standing of this host's records. */
    public RequestRecords(Records records, Database database, RecordBalances balances, Requests requests) {
        this.standings = new Standings(records, database, balances, requests.repository());
    }

    /** What was asked for, is on its way and came; empty if this organisation has no such record. */
    public Optional<RecordBalance> findBalance(OrgId org, RecordRef record) {
        return standings.find(org, record).map(Standing::balance);
    }

    /** What the contract comes to less what was paid; empty where there is no contract. May be negative. */
    public Optional<Money> findUnpaid(OrgId org, RecordRef record) {
        return standings
                .find(org, record)
                .flatMap(standing -> standing.contract()
                        .map(total -> total.minus(standing.balance().paid())
                                .plus(standing.balance().refunded())));
    }

    Standings standings() {
        return standings;
    }
}
