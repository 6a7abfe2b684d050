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
    record Business(
            OrgView org,
            AccountKeys account,
            List<ProjectView> projects,
            List<ClientView> clients,
            List<RecordRef> records) {
        OrgId id() {
            return org.id();
        }

        Actor actor(String role) {
            return new Actor(role, role + " of " + org.name(), org.id(), EVERY_PERMISSION, org.locale(), org.zone());
        }
    }

    private final List<Business> businesses;
    private final HostBooks books;
    private final TownInvoices invoices;

    private Town(List<Business> businesses, HostBooks books, TownInvoices invoices) {
        this.businesses = List.copyOf(businesses);
        this.books = books;
        this.invoices = invoices;
    }

    /** Opens an account for each business. */
    static Town settle(LocalStripe stripe) {
        List<Business> businesses = new ArrayList<>();
        TownInvoices invoices = new TownInvoices();
        for (OrgView org : List.of(
                org("ridgeline", "Ridgeline Roofing", Locale.US, "America/Denver", "USD"),
                org("kuestenbau", "Küstenbau GmbH", Locale.GERMANY, "Europe/Berlin", "EUR"),
                org("umibe", "Umibe Koumuten", Locale.JAPAN, "Asia/Tokyo", "JPY"))) {
            businesses.add(business(stripe, org, invoices));
        }
        return new Town(businesses, new HostBooks(), invoices);
    }

    /** The same town with other books. */
    Town with(HostBooks others) {
        return new Town(businesses, others, invoices);
    }

    TownInvoices invoices() {
        return invoices;
    }

    /** Whether nobody owes anything on this record any more. */
    boolean isWithdrawn(OrgId org, RecordRef record) {
        return record.object().equals(RecordRef.INVOICE)
                && findInvoice(org, record.id())
                        .filter(invoice -> invoice.state().equals(InvoiceView.STATE_ISSUED))
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
        return find(org).stream()
                .flatMap(business -> business.projects().stream())
                .filter(project -> project.id().equals(projectId))
                .findFirst();
    }

    @Override
    public Optional<InvoiceView> findInvoice(OrgId org, String invoiceId) {
        return invoices.find(org, invoiceId);
    }

    @Override
    public List<InvoiceView> listInvoicesOfProject(OrgId org, String projectId) {
        return invoices.listOfProject(org, projectId);
    }

    @Override
    public Optional<ClientView> findClient(OrgId org, String clientId) {
        return find(org).stream()
                .flatMap(business -> business.clients().stream())
                .filter(client -> client.id().equals(clientId))
                .findFirst();
    }

    private Optional<Business> find(OrgId org) {
        return businesses.stream().filter(business -> business.id().equals(org)).findFirst();
    }

    private static OrgView org(String id, String name, Locale locale, String zone, String currency) {
        String email = "office@" + id + ".example";
        List<String> admins = List.of("Admin of " + name);
        return new OrgView(new OrgId(id), name, currency, locale, ZoneId.of(zone), "", email, admins);
    }

    private static Business business(LocalStripe stripe, OrgView org, TownInvoices invoices) {
        String id = org.id().value();
        String currency = org.currency();
        AccountKeys account =
                stripe.addAccount(new AccountSpec(org.name(), org.locale().getCountry(), currency, Optional.empty()));
        Money total = Money.of(CONTRACT_MAJOR * (currency.equals("JPY") ? 1 : 100), currency);
        List<ProjectView> projects = List.of(
                new ProjectView(id + "-p1", "Roof and gutters", id + "-c1", "signed", currency, Optional.of(total)),
                new ProjectView(id + "-p2", "Service call", id + "-c2", "in_progress", currency, Optional.empty()));
        List<ClientView> clients = List.of(client(id + "-c1", org.locale()), client(id + "-c2", org.locale()));
        List<RecordRef> records = new ArrayList<>();
        projects.forEach(project -> records.add(RecordRef.project(project.id())));
        for (String name : List.of("i1", "i2")) {
            // The first bills the project with the contract, the second stands alone.
            Optional<String> project = name.equals("i1") ? Optional.of(id + "-p1") : Optional.empty();
            invoices.put(
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
        return new Business(org, account, projects, clients, List.copyOf(records));
    }

    private static ClientView client(String id, Locale locale) {
        return new ClientView(
                id, "Client " + id, Optional.of(id + "@mail.example"), Optional.empty(), Optional.of(locale));
    }
}
