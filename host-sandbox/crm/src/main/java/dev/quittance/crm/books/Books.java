package dev.quittance.crm.books;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.storage.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host's own books. Written by whoever takes money, read by the pages; what is left follows from {@link LeftRule}. Thread-safe.
 */
public final class Books {
    private final Database database;
    private final Projects projects;
    private final Clock clock;
    private final BookRepository rows = new BookRepository();
    private final ClientRepository clientRows = new ClientRepository();

    /** Keeps them in this database. */
    public Books(Database database, Projects projects, Clock clock) {
        this.database = database;
        this.projects = projects;
        this.clock = clock;
    }

    /** The books as one plugin tells and reads them. */
    public Settlements toldBy(String plugin) {
        return new ToldBooks(database, plugin, clock);
    }

    /** Money that came without any plugin. Idempotent by payment id. */
    public void enter(Settlement settlement) {
        toldBy(ToldBooks.NOBODY).apply(settlement);
    }

    /** How these projects of one organisation stand, by id, in two queries however many they are. */
    public Map<UUID, Figures> ofProjects(OrgId org, Collection<Project> some) {
        List<UUID> ids = some.stream().map(Project::id).distinct().toList();
        Map<UUID, UUID> projectOfInvoice = database.read(sql -> rows.projectsOfInvoices(sql, org, ids));
        List<RecordRef> records = new ArrayList<>();
        ids.forEach(id -> records.add(project(id)));
        projectOfInvoice.keySet().forEach(id -> records.add(invoice(id)));
        Map<RecordRef, Map<String, Sums>> found = database.read(sql -> rows.sums(sql, org, records));
        Map<UUID, Map<String, Sums>> rolledUp = new HashMap<>();
        ids.forEach(id -> add(rolledUp, id, found.get(project(id))));
        projectOfInvoice.forEach((id, project) -> add(rolledUp, project, found.get(invoice(id))));
        return some.stream()
                .collect(Collectors.toMap(
                        Project::id,
                        each -> LeftRule.ofProject(each, rolledUp.getOrDefault(each.id(), Map.of())),
                        (first, same) -> first));
    }

    /** How a project stands. */
    public Figures ofProject(Project project) {
        return ofProjects(project.org(), List.of(project)).values().iterator().next();
    }

    /** How these invoices of one organisation stand, by id, in four queries however many they are. */
    public Map<UUID, Figures> ofInvoices(OrgId org, Collection<Invoice> some) {
        List<UUID> projectIds = some.stream()
                .map(Invoice::projectId)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Map<UUID, Figures> ofProjects = ofProjects(org, projects.listByIds(org, projectIds));
        List<RecordRef> records =
                some.stream().map(each -> invoice(each.id())).distinct().toList();
        Map<RecordRef, Map<String, Sums>> found = database.read(sql -> rows.sums(sql, org, records));
        return some.stream()
                .collect(Collectors.toMap(
                        Invoice::id,
                        each -> LeftRule.ofInvoice(
                                each,
                                found.getOrDefault(invoice(each.id()), Map.of()),
                                each.projectId().flatMap(id -> Optional.ofNullable(ofProjects.get(id)))),
                        (first, same) -> first));
    }

    /** How an invoice stands. */
    public Figures ofInvoice(Invoice invoice) {
        return ofInvoices(invoice.org(), List.of(invoice)).values().iterator().next();
    }

    /**
     * How these clients of one organisation stand, by id and currency, in three queries however many they are; a client without
     * bills and money has an empty list.
     *
     * @param today in the organisation's time zone: decides what is overdue
     */
    public Map<UUID, List<ClientFigures>> ofClients(OrgId org, Collection<UUID> clients, LocalDate today) {
        List<ClientRecord> records = new ArrayList<>(database.read(sql -> clientRows.projects(sql, org, clients)));
        records.addAll(database.read(sql -> clientRows.invoices(sql, org, clients)));
        List<RecordRef> refs = records.stream().map(ClientRecord::ref).toList();
        ClientRule rule = new ClientRule(database.read(sql -> rows.sums(sql, org, refs)), today);
        Map<UUID, List<ClientRecord>> byClient = records.stream().collect(Collectors.groupingBy(ClientRecord::client));
        return clients.stream()
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> rule.figures(byClient.getOrDefault(id, List.of()))));
    }

    /** The newest money that came for records that are gone. */
    public List<StrayMoney> listForDeletedRecords(OrgId org, int limit) {
        return database.read(sql -> rows.listStray(sql, org, limit));
    }

    private static void add(Map<UUID, Map<String, Sums>> all, UUID project, @Nullable Map<String, Sums> more) {
        if (more != null) {
            Map<String, Sums> sums = all.computeIfAbsent(project, key -> new HashMap<>());
            more.forEach((currency, each) -> sums.merge(currency, each, Sums::plus));
        }
    }

    private static RecordRef project(UUID id) {
        return RecordRef.project(id.toString());
    }

    private static RecordRef invoice(UUID id) {
        return RecordRef.invoice(id.toString());
    }
}
