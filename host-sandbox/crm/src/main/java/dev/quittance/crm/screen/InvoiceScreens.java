package dev.quittance.crm.screen;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.books.Figures;
import dev.quittance.crm.books.Standing;
import dev.quittance.crm.document.InvoicePaper;
import dev.quittance.crm.document.QrPicture;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceFilter;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Slice;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.Visitor;
import dev.quittance.platform.screen.Screens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The list of invoices, and an invoice. */
final class InvoiceScreens {
    private static final int ROWS = 25;

    private final Parts parts;
    private final PageShow show;
    private final InvoicePapers papers;

    InvoiceScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
        this.papers = new InvoicePapers(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        return List.of(Route.get("/invoices", view, this::list), Route.get("/invoice/{id}", view, this::record));
    }

    /** Invoices of one organisation as rows. */
    List<InvoiceRow> rows(OrgId org, List<Invoice> invoices, Visitor visitor) {
        Organisation reader = visitor.user().org();
        LocalDate today = parts.today(reader.zone());
        Map<UUID, Figures> figures = parts.books().ofInvoices(org, invoices);
        List<InvoiceRow> rows = new ArrayList<>();
        for (Invoice invoice : invoices) {
            Figures own = figures.get(invoice.id());
            if (own != null) {
                rows.add(InvoiceRow.of(invoice, own, reader, today));
            }
        }
        return rows;
    }

    private Reply list(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        InvoiceFilter filter = InvoiceFilter.find(exchange.value("show")).orElse(InvoiceFilter.ALL);
        Slice<Invoice> slice =
                parts.invoices().list(reader.id(), filter, parts.today(reader.zone()), exchange.value("after"), ROWS);
        List<InvoicesPage.Filter> filters = Stream.of(InvoiceFilter.values())
                .map(each -> new InvoicesPage.Filter(label(each), "/invoices?show=" + each.code(), each == filter))
                .toList();
        InvoicesPage page = new InvoicesPage(
                filters,
                rows(reader.id(), slice.rows(), exchange.visitor()),
                slice.next().map(after -> "/invoices?show=" + filter.code() + "&after=" + after),
                exchange.visitor().actor().may(Permissions.EDIT));
        return show.page(exchange, new PageShow.Place("Invoices", "invoices", "invoices"), page);
    }

    private Reply record(Exchange exchange) {
        Visitor visitor = exchange.visitor();
        Optional<Invoice> found = parts.invoices().find(visitor.user().org().id(), exchange.part("id"));
        if (found.isEmpty()) {
            return show.absent(exchange);
        }
        Invoice invoice = found.get();
        PageShow.Place place = new PageShow.Place(invoice.name(), "invoices", "invoice");
        return show.record(exchange, place, page(exchange, invoice), InvoiceDone.find(exchange.value("done")));
    }

    private InvoicePage page(Exchange exchange, Invoice invoice) {
        Visitor visitor = exchange.visitor();
        Organisation reader = visitor.user().org();
        Figures figures = parts.books().ofInvoice(invoice);
        InvoicePaper paper = papers.of(invoice, figures, reader);
        Optional<Project> project =
                invoice.projectId().flatMap(id -> parts.projects().find(reader.id(), id.toString()));
        Optional<String> email =
                parts.clients().find(reader.id(), invoice.clientId().toString()).flatMap(Client::email);
        boolean may = visitor.actor().may(Permissions.EDIT);
        return new InvoicePage(
                "/invoice/" + invoice.id(),
                invoice.name(),
                marks(invoice, figures, visitor),
                invoice.clientName(),
                "/client/" + invoice.clientId(),
                project.map(Project::name).orElse(invoice.projectId().isPresent() ? "Deleted project" : ""),
                project.map(each -> "/project/" + each.id()).orElse(""),
                email.orElse("No address"),
                paper,
                FiguresView.of(figures, reader),
                new InvoicePage.Can(
                        may && invoice.state() != InvoiceState.VOID,
                        may && invoice.state() == InvoiceState.DRAFT,
                        may && invoice.state() != InvoiceState.VOID,
                        may && invoice.state() == InvoiceState.ISSUED && email.isPresent()),
                plugins(exchange, invoice, paper));
    }

    private List<Mark> marks(Invoice invoice, Figures figures, Visitor visitor) {
        LocalDate today = parts.today(visitor.user().org().zone());
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.of(Standing.of(invoice, figures, today)));
        marks.addAll(show.badges(ref(invoice), visitor));
        return marks;
    }

    private InvoicePage.Plugins plugins(Exchange exchange, Invoice invoice, InvoicePaper paper) {
        Visitor visitor = exchange.visitor();
        Screens screens = parts.platform().get().screens();
        return new InvoicePage.Plugins(
                show.actions(ref(invoice), visitor),
                screens.panels(ref(invoice), visitor.actor(), exchange.request()),
                show.relatedLists(ref(invoice), visitor),
                paper.link()
                        .map(link -> new InvoicePage.Link(
                                link.label(), link.address(), link.amount(), QrPicture.svg(link.address()))));
    }

    private static RecordRef ref(Invoice invoice) {
        return RecordRef.invoice(invoice.id().toString());
    }

    private static String label(InvoiceFilter filter) {
        return switch (filter) {
            case ALL -> "All";
            case OPEN -> "Open";
            case OVERDUE -> "Overdue";
            case PAID -> "Paid";
            case DRAFT -> "Draft";
            case VOID -> "Void";
        };
    }
}
