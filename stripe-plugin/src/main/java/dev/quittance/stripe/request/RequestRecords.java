package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;

/** Where a record stands with money, for everybody who shows it. Reads the host's records: never inside a transaction. Thread-safe. */
public final class RequestRecords {
    private final Standings standings;

    /** The standing of this host's records. */
    public RequestRecords(PluginContext context, Database database, RecordBalances balances, Requests requests) {
        this.standings = new Standings(context, database, balances, requests.repository());
    }

    /**
     * What was asked for, is on its way and came, of a project with all its invoices; empty if this organisation has no such
     * record.
     */
    public Optional<RecordBalance> findBalance(OrgId org, RecordRef record) {
        return standings.find(org, record).map(Standing::balance);
    }

    /**
     * What the record comes to less what was paid: of an invoice at most what its project still owes; empty for a project
     * without a contract. May be negative.
     */
    public Optional<Money> findUnpaid(OrgId org, RecordRef record) {
        return standings
                .find(org, record)
                .flatMap(standing -> standing.left()
                        .map(left -> left.plus(standing.balance().processing())
                                .plus(standing.balance().requested())));
    }

    /** The record, and of a project its invoices too, whose requests and sums belong to it. Also for records that are gone. */
    public List<RecordRef> listFamily(OrgId org, RecordRef record) {
        return standings.listFamily(org, record);
    }

    /** Whether the host has no such record now, or nothing can be asked for on it because it was taken back or closed. */
    public boolean isWithdrawn(OrgId org, RecordRef record) {
        return standings
                .find(org, record)
                .map(standing -> standing.subject()
                        .obstacle()
                        .filter(obstacle -> obstacle == Obstacle.VOID || obstacle == Obstacle.CLOSED)
                        .isPresent())
                .orElse(true);
    }

    /** All records whose money bears on each other's: an invoice with its project's whole family. Also for records that are gone. */
    public List<RecordRef> listSiblings(OrgId org, RecordRef record) {
        return standings.listSiblings(org, record);
    }

    Standings standings() {
        return standings;
    }
}
