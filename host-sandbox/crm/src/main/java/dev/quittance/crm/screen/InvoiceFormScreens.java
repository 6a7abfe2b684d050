package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceChange;
import dev.quittance.crm.record.InvoiceEntry;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of an invoice, new or to be changed. It works without a script: one more line is the same form shown again. */
final class InvoiceFormScreens {
    /** More than a small business has in a list that it scrolls. */
    private static final int CHOICES = 500;

    private static final int UNPROCESSABLE = 422;

    private final Parts parts;
    private final PageShow show;

    InvoiceFormScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        Access edit = Access.permission(Permissions.EDIT);
        return List.of(
                Route.get("/invoices/new", edit, this::blank),
                Route.post("/invoices/new", edit, this::add),
                Route.get("/invoice/{id}/edit", edit, exchange -> existing(exchange, this::filled)),
                Route.post("/invoice/{id}/edit", edit, exchange -> existing(exchange, this::change)));
    }

    private interface OnInvoice {
        Reply answer(Exchange exchange, Invoice invoice);
    }

    private Reply existing(Exchange exchange, OnInvoice next) {
        return parts.invoices()
                .find(exchange.visitor().user().org().id(), exchange.part("id"))
                .map(invoice -> next.answer(exchange, invoice))
                .orElseGet(() -> show.absent(exchange));
    }

    private Reply blank(Exchange exchange) {
        Organisation org = exchange.visitor().user().org();
        Optional<Project> project = parts.projects().find(org.id(), exchange.value("project"));
        String client = project.map(each -> each.clientId().toString()).orElse(exchange.value("client"));
        InvoiceInput input = InvoiceInput.blank(
                client,
                project.map(each -> each.id().toString()).orElse(""),
                project.map(Project::currency).orElse(org.currency()));
        return form(exchange, Optional.empty(), input, List.of());
    }

    private Reply filled(Exchange exchange, Invoice invoice) {
        if (invoice.state() == InvoiceState.VOID) {
            return done(invoice, InvoiceDone.REFUSED);
        }
        InvoiceInput input = InvoiceInput.of(
                invoice,
                parts.invoices().lines(invoice),
                exchange.visitor().user().org());
        return form(exchange, Optional.of(invoice), input, List.of());
    }

    private Reply add(Exchange exchange) {
        InvoiceInput input = InvoiceInput.read(exchange);
        if (exchange.value("do").equals("add-line")) {
            return form(exchange, Optional.empty(), input.withOneMoreLine(), List.of());
        }
        List<String> faults = new ArrayList<>();
        Optional<InvoiceEntry> entry = entry(exchange, input, faults);
        if (entry.isEmpty()) {
            return form(exchange, Optional.empty(), input, faults);
        }
        Invoice added = parts.invoices().add(exchange.visitor().user().org().id(), entry.get());
        return done(added, InvoiceDone.SAVED);
    }

    private Reply change(Exchange exchange, Invoice invoice) {
        InvoiceInput input = InvoiceInput.read(exchange);
        if (exchange.value("do").equals("add-line")) {
            return form(exchange, Optional.of(invoice), input.withOneMoreLine(), List.of());
        }
        List<String> faults = new ArrayList<>();
        Optional<InvoiceEntry> entry = entry(exchange, input, faults);
        if (entry.isEmpty()) {
            return form(exchange, Optional.of(invoice), input, faults);
        }
        String seen = exchange.value("version");
        long version = seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
        InvoiceChange change =
                parts.invoices().changeLines(invoice.org(), invoice.id().toString(), version, entry.get());
        return done(
                invoice,
                switch (change) {
                    case DONE -> InvoiceDone.SAVED;
                    case STALE -> InvoiceDone.STALE;
                    case ABSENT, REFUSED -> InvoiceDone.REFUSED;
                });
    }

    private Optional<InvoiceEntry> entry(Exchange exchange, InvoiceInput input, List<String> faults) {
        Organisation org = exchange.visitor().user().org();
        Optional<Client> client = parts.clients().find(org.id(), input.client());
        Optional<Project> project = parts.projects().find(org.id(), input.project());
        return input.entry(client, project, org, faults);
    }

    private static Reply done(Invoice invoice, InvoiceDone done) {
        return Reply.seeOther("/invoice/" + invoice.id() + "?done=" + done.code());
    }

    private Reply form(Exchange exchange, Optional<Invoice> invoice, InvoiceInput input, List<String> faults) {
        Organisation org = exchange.visitor().user().org();
        String seen = exchange.value("version");
        InvoiceFormPage page = new InvoiceFormPage(
                invoice.map(each -> "Edit " + each.name()).orElse("New invoice"),
                invoice.map(each -> "/invoice/" + each.id() + "/edit").orElse("/invoices/new"),
                invoice.map(each -> "/invoice/" + each.id()).orElse("/invoices"),
                seen.matches("\\d{1,18}")
                        ? Long.parseLong(seen)
                        : invoice.map(Invoice::version).orElse(0L),
                invoice.filter(each -> each.state() == InvoiceState.ISSUED).isPresent(),
                input.client(),
                input.project(),
                input.currency(),
                input.terms(),
                parts.clients().list(org.id(), "", CHOICES).rows().stream()
                        .map(each -> new InvoiceFormPage.Option(each.id().toString(), each.name()))
                        .toList(),
                parts.projects().list(org.id(), "", CHOICES).rows().stream()
                        .map(each -> new InvoiceFormPage.Option(
                                each.id().toString(), each.name() + " – " + each.clientName()))
                        .toList(),
                input.lines(),
                input.lines().size() < InvoiceEntry.MAX_LINES,
                faults);
        PageShow.Place place = new PageShow.Place(page.title(), "invoices", "invoiceform");
        Reply reply = show.page(exchange, place, page);
        return faults.isEmpty() ? reply : new Reply(UNPROCESSABLE, reply.headers(), reply.body());
    }
}
