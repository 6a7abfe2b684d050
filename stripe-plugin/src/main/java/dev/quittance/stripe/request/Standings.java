package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;

/** Looks up where a record stands, at the host and in our own books. Never called inside a transaction. Thread-safe. */
final class Standings {
    private final Records records;
    private final Database database;
    private final RecordBalances balances;
    private final RequestRepository repository;

    Standings(Records records, Database database, RecordBalances balances, RequestRepository repository) {
        this.records = records;
        this.database = database;
        this.balances = balances;
        this.repository = repository;
    }

    /**
     * Where the record stands; empty if this organisation has no such record, or it is of a
     * kind, or in a currency, in which nobody can be asked for money.
     */
    Optional<Standing> find(OrgId org, RecordRef record) {
        if (!record.object().equals(RecordRef.PROJECT)) {
            return Optional.empty();
        }
        database.requireOutsideTransaction("reading the host's records");
        return records.findOrg(org)
                .flatMap(view -> records.findProject(org, record.id())
                        .filter(project -> CurrencyUnit.find(project.currency()).isPresent())
                        .map(project -> stand(view, project, record)));
    }

    private Standing stand(OrgView org, ProjectView project, RecordRef record) {
        String currency = project.currency();
        Optional<ClientView> client = records.findClient(org.id(), project.clientId());
        RecordBalance balance = database.read(db -> balances.get(db, org.id(), record, currency));
        long depositsMinor = database.read(db -> repository.sumDepositsMinor(db, org.id(), record, currency));
        return new Standing(org, project, client, balance, Money.of(depositsMinor, currency));
    }
}
