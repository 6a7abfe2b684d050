package dev.quittance.trials.simulation;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The host's records: three small businesses that count in dollars, euros and yen, each with a Stripe account of its own. */
final class Town implements Records {
    /** Large enough for every request of a run together. */
    private static final long CONTRACT_MAJOR = 900_000;

    private static final Set<String> EVERY_PERMISSION = Set.of(
            "stripe-payments.view",
            "stripe-payments.request",
            "stripe-payments.over-request",
            "stripe-payments.settings");

    /** One business with its account at Stripe. */
    record Business(OrgView org, AccountKeys account, List<RecordRef> records) {
        OrgId id() {
            return org.id();
        }

        Actor actor(String role) {
            return new Actor(role, role + " of " + org.name(), org.id(), EVERY_PERMISSION, org.locale(), org.zone());
        }
    }

    /** What the host keeps of its records now. */
    private record Files(Shelf<ProjectView> projects, Shelf<ClientView> clients, TownInvoices invoices) {}

    private final List<Business> businesses;
    private final HostBooks books;
    private final Files files;
    private final Deeds deeds;

    private Town(List<Business> businesses, HostBooks books, Files files, Deeds deeds) {
        this.businesses = List.copyOf(businesses);
        this.books = books;
        this.files = files;
        this.deeds = deeds;
    }

    /** Opens an account for each business. */
    static Town settle(LocalStripe stripe) {
        List<Business> businesses = new ArrayList<>();
        Files files = new Files(new Shelf<>(), new Shelf<>(), new TownInvoices());
        for (OrgView org : List.of(
                org("ridgeline", "Ridgeline Roofing", Locale.US, "America/Denver", "USD"),
                org("kuestenbau", "Küstenbau GmbH", Locale.GERMANY, "Europe/Berlin", "EUR"),
                org("umibe", "Umibe Koumuten", Locale.JAPAN, "Asia/Tokyo", "JPY"))) {
            businesses.add(business(stripe, org, files));
        }
        return new Town(businesses, new HostBooks(), files, new Deeds());
    }

    /** The same town with other books. */
    Town with(HostBooks others) {
        return new Town(businesses, others, files, deeds);
    }

    TownInvoices invoices() {
        return files.invoices();
    }

    Shelf<ProjectView> projects() {
        return files.projects();
    }

    Shelf<ClientView> clients() {
        return files.clients();
    }

    /** What people did here. */
    Deeds deeds() {
        return deeds;
    }

    /** The address of a client once it is right. */
    static String correctAddress(String client) {
        return client + "-right@mail.example";
    }

    /** The address of a client as it was first written down. */
    static String firstAddress(String client) {
        return client + "@mail.example";
    }

    /** Makes one client of two: everything of the first goes to the other one. */
    void merge(OrgId org, String client, String other) {
        for (ProjectView old : files.projects().list(org)) {
            if (old.clientId().equals(client)) {
                ProjectView given =
                        new ProjectView(old.id(), old.name(), other, old.stage(), old.currency(), old.contractTotal());
                files.projects().put(org, old.id(), given);
            }
        }
        files.invoices().give(org, client, other);
        files.clients().remove(org, client);
    }

    /** Whether nobody owes anything on this record any more. */
    boolean isWithdrawn(OrgId org, RecordRef record) {
        if (record.object().equals(RecordRef.PROJECT)) {
            return isOver(findProject(org, record.id()));
        }
        Optional<InvoiceView> issued =
                findInvoice(org, record.id()).filter(invoice -> invoice.state().equals(InvoiceView.STATE_ISSUED));
        return issued.isEmpty()
                || issued.flatMap(InvoiceView::projectId)
                        .filter(id -> isOver(findProject(org, id)))
                        .isPresent();
    }

    private static boolean isOver(Optional<ProjectView> project) {
        return project.filter(found -> !found.stage().equals(ProjectView.STAGE_CLOSED))
                .isEmpty();
    }

    HostBooks books() {
        return books;
    }

    List<Business> businesses() {
        return businesses;
    }

    @Override
    public Optional<OrgView> findOrg(OrgId org) {
        return find(org).map(Business::org);
    }

    @Override
    public Optional<ProjectView> findProject(OrgId org, String projectId) {
        return files.projects().find(org, projectId);
    }

    @Override
    public Optional<InvoiceView> findInvoice(OrgId org, String invoiceId) {
        return files.invoices().find(org, invoiceId);
    }

    @Override
    public List<InvoiceView> listInvoicesOfProject(OrgId org, String projectId) {
        return files.invoices().listOfProject(org, projectId);
    }

    @Override
    public Optional<ClientView> findClient(OrgId org, String clientId) {
        return files.clients().find(org, clientId);
    }

    private Optional<Business> find(OrgId org) {
        return businesses.stream().filter(business -> business.id().equals(org)).findFirst();
    }

    private static OrgView org(String id, String name, Locale locale, String zone, String currency) {
        String email = "office@" + id + ".example";
        List<String> admins = List.of("Admin of " + name);
        return new OrgView(new OrgId(id), name, currency, locale, ZoneId.of(zone), "", email, admins);
    }

    private static Business business(LocalStripe stripe, OrgView org, Files files) {
        String id = org.id().value();
        String currency = org.currency();
        AccountKeys account =
                stripe.addAccount(new AccountSpec(org.name(), org.locale().getCountry(), currency, Optional.empty()));
        Money total = Money.of(CONTRACT_MAJOR * (currency.equals("JPY") ? 1 : 100), currency);
        List<ProjectView> projects = List.of(
                new ProjectView(id + "-p1", "Roof and gutters", id + "-c1", "signed", currency, Optional.of(total)),
                new ProjectView(id + "-p2", "Service call", id + "-c2", "in_progress", currency, Optional.empty()));
        for (String client : List.of(id + "-c1", id + "-c2")) {
            files.clients().put(org.id(), client, client(client, org.locale()));
        }
        List<RecordRef> records = new ArrayList<>();
        for (ProjectView project : projects) {
            files.projects().put(org.id(), project.id(), project);
            records.add(RecordRef.project(project.id()));
        }
        for (String name : List.of("i1", "i2")) {
            // The first bills the project with the contract, the second stands alone.
            Optional<String> project = name.equals("i1") ? Optional.of(id + "-p1") : Optional.empty();
            files.invoices()
                    .put(
                            org.id(),
                            new InvoiceView(
                                    id + "-" + name,
                                    "INV-" + name,
                                    id + "-c1",
                                    project,
                                    InvoiceView.STATE_ISSUED,
                                    Money.of(total.minor() / 200, currency),
                                    Optional.empty()));
            records.add(RecordRef.invoice(id + "-" + name));
        }
        return new Business(org, account, List.copyOf(records));
    }

    private static ClientView client(String id, Locale locale) {
        return new ClientView(id, "Client " + id, Optional.of(firstAddress(id)), Optional.empty(), Optional.of(locale));
    }
}
