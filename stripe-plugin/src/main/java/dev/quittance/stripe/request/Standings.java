package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.api.record.Settlements;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.storage.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up where a record stands, at the host and in our own books: a project with all its invoices, an invoice alone but never
 * above its project (decision 7). Never called inside a transaction. Thread-safe.
 */
final class Standings {
    private final Records records;
    private final Database database;
    private final RecordBalances balances;
    private final RequestRepository repository;
    private final Settlements settlements;

    Standings(PluginContext context, Database database, RecordBalances balances, RequestRepository repository) {
        this.records = context.records();
        this.settlements = context.settlements();
        this.database = database;
        this.balances = balances;
        this.repository = repository;
    }

    /**
     * Where the record stands; empty if this organisation has no such record, or it is of a
     * kind, or in a currency, in which nobody can be asked for money.
     */
    Optional<Standing> find(OrgId org, RecordRef record) {
        database.requireOutsideTransaction("reading the host's records");
        return switch (record.object()) {
            case RecordRef.PROJECT ->
                records.findOrg(org)
                        .flatMap(view -> records.findProject(org, record.id())
                                .filter(project ->
                                        CurrencyUnit.find(project.currency()).isPresent())
                                .map(project -> stand(view, project)));
            case RecordRef.INVOICE ->
                records.findOrg(org)
                        .flatMap(view -> records.findInvoice(org, record.id()).map(invoice -> stand(view, invoice)));
            default -> Optional.empty();
        };
    }

    /**
     * The records whose money a record's sums are made of: a project and its invoices, also those that the host no longer has;
     * anything else alone.
     */
    List<RecordRef> listFamily(OrgId org, RecordRef record) {
        database.requireOutsideTransaction("reading the host's records");
        if (!record.object().equals(RecordRef.PROJECT)) {
            return List.of(record);
        }
        Set<String> invoices = new LinkedHashSet<>();
        records.listInvoicesOfProject(org, record.id()).forEach(invoice -> invoices.add(invoice.id()));
        boolean isAlive = records.findProject(org, record.id()).isPresent();
        for (String known : database.read(db -> repository.listInvoiceIds(db, org, record.id()))) {
            if (!invoices.contains(known) && !isElsewhere(records.findInvoice(org, known), record.id(), isAlive)) {
                invoices.add(known);
            }
        }
        List<RecordRef> family = new ArrayList<>(List.of(record));
        invoices.forEach(id -> family.add(RecordRef.invoice(id)));
        return family;
    }

    /** The record with all whose money bears on its own: those of the project that it bills. */
    List<RecordRef> listSiblings(OrgId org, RecordRef record) {
        Optional<String> projectId = record.object().equals(RecordRef.INVOICE)
                ? records.findInvoice(org, record.id())
                        .map(InvoiceView::projectId)
                        .orElseGet(() -> database.read(db -> repository.findProjectId(db, org, record)))
                : Optional.empty();
        Set<RecordRef> all = new LinkedHashSet<>(listFamily(org, record));
        projectId.ifPresent(id -> all.addAll(listFamily(org, RecordRef.project(id))));
        return List.copyOf(all);
    }

    /** Whether an invoice that once billed this project now bills another one, or none although this one is still there. */
    private static boolean isElsewhere(Optional<InvoiceView> invoice, String projectId, boolean isAlive) {
        return invoice.map(found ->
                        found.projectId().map(now -> !now.equals(projectId)).orElse(isAlive))
                .orElse(false);
    }

    private Standing stand(OrgView org, ProjectView project) {
        Subject subject = Subject.of(project);
        long turns = turns(org.id(), subject);
        List<RecordRef> family = listFamily(org.id(), subject.record());
        Money none = Money.zero(subject.currency());
        Money deposits = Money.of(
                database.read(db -> repository.sumDepositsMinor(db, org.id(), subject.record(), subject.currency())),
                none.currency());
        return new Standing(
                org,
                subject,
                records.findClient(org.id(), subject.clientId()),
                sum(org.id(), subject, family),
                settlements.sumOthers(org.id(), family, subject.currency()),
                deposits,
                Optional.empty(),
                turns);
    }

    private Standing stand(OrgView org, InvoiceView invoice) {
        Optional<ProjectView> project = invoice.projectId().flatMap(id -> records.findProject(org.id(), id));
        Subject subject = Subject.of(invoice, project);
        long turns = turns(org.id(), subject);
        List<RecordRef> family = listFamily(org.id(), subject.record());
        Optional<Money> cap = project.filter(found -> found.currency().equals(subject.currency()))
                .flatMap(found -> stand(org, found).left());
        return new Standing(
                org,
                subject,
                records.findClient(org.id(), subject.clientId()),
                sum(org.id(), subject, family),
                settlements.sumOthers(org.id(), family, subject.currency()),
                Money.zero(subject.currency()),
                cap,
                turns);
    }

    /** Read before any figure: whatever changes later is noticed when a turn is taken. */
    private long turns(OrgId org, Subject subject) {
        return database.read(db -> balances.version(db, org, subject.turnedOn(), subject.currency()));
    }

    private RecordBalance sum(OrgId org, Subject subject, List<RecordRef> family) {
        return database.read(db -> balances.sum(db, org, family, subject.currency()));
    }
}
