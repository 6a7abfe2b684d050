package dev.quittance.stripe.testhost;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The host's records: two organisations with a client and a project each, and what a test adds. */
public final class TestRecords implements Records {
    /** Ridgeline Roofing: project {@code 7} of USD 12,000.00 for client {@code c1}. */
    public static final OrgId RIDGELINE = new OrgId("ridgeline");
    /** Another organisation, with records of the same ids. */
    public static final OrgId NORTHWIND = new OrgId("northwind");

    private final Map<String, OrgView> orgs = new ConcurrentHashMap<>();
    private final Map<String, ProjectView> projects = new ConcurrentHashMap<>();
    private final Map<String, ClientView> clients = new ConcurrentHashMap<>();
    private final Map<String, InvoiceView> invoices = new ConcurrentSkipListMap<>();

    TestRecords() {
        put(org(RIDGELINE, "Ridgeline Roofing"));
        put(org(NORTHWIND, "Northwind Builders"));
        for (OrgId org : List.of(RIDGELINE, NORTHWIND)) {
            put(
                    org,
                    new ClientView(
                            "c1", "Dana Miller", Optional.of("dana@example.com"), Optional.empty(), Optional.empty()));
            put(
                    org,
                    new ProjectView(
                            "7",
                            "Miller residence, new roof",
                            "c1",
                            "signed",
                            "USD",
                            Optional.of(Money.of(12_000_00, "USD"))));
        }
    }

    /** Adds or replaces an organisation. */
    public void put(OrgView org) {
        orgs.put(org.id().value(), org);
    }

    /** Adds or replaces a project. */
    public void put(OrgId org, ProjectView project) {
        projects.put(org + "/" + project.id(), project);
    }

    /** Adds or replaces a client. */
    public void put(OrgId org, ClientView client) {
        clients.put(org + "/" + client.id(), client);
    }

    /** Adds or replaces an invoice. */
    public void put(OrgId org, InvoiceView invoice) {
        invoices.put(org + "/" + invoice.id(), invoice);
    }

    /** Takes a project or an invoice away. */
    public void remove(OrgId org, RecordRef record) {
        String key = org + "/" + record.id();
        boolean removed =
                record.object().equals(RecordRef.PROJECT) ? projects.remove(key) != null : invoices.remove(key) != null;
        if (!removed) {
            throw new IllegalArgumentException("not there: " + record);
        }
    }

    @Override
    public Optional<InvoiceView> findInvoice(OrgId org, String invoiceId) {
        CrashingDataSource.requireNoTransaction("a record of the host");
        return Optional.ofNullable(invoices.get(org + "/" + invoiceId));
    }

    @Override
    public List<InvoiceView> listInvoicesOfProject(OrgId org, String projectId) {
        return invoices.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(org + "/"))
                .map(Map.Entry::getValue)
                .filter(invoice -> invoice.projectId().equals(Optional.of(projectId)))
                .toList();
    }

    @Override
    public Optional<OrgView> findOrg(OrgId org) {
        CrashingDataSource.requireNoTransaction("a record of the host");
        return Optional.ofNullable(orgs.get(org.value()));
    }

    @Override
    public Optional<ProjectView> findProject(OrgId org, String projectId) {
        CrashingDataSource.requireNoTransaction("a record of the host");
        return Optional.ofNullable(projects.get(org + "/" + projectId));
    }

    @Override
    public Optional<ClientView> findClient(OrgId org, String clientId) {
        CrashingDataSource.requireNoTransaction("a record of the host");
        return Optional.ofNullable(clients.get(org + "/" + clientId));
    }

    private static OrgView org(OrgId id, String name) {
        return new OrgView(
                id,
                name,
                "USD",
                Locale.US,
                ZoneId.of("America/Denver"),
                "+1 303 555 0100",
                "office@example.com",
                List.of("Alex Reyes"));
    }
}
