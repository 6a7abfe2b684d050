package dev.quittance.crm.screen;

import dev.quittance.crm.books.Figures;
import dev.quittance.crm.document.InvoiceMailer;
import dev.quittance.crm.document.InvoicePaper;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceChange;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;
import java.util.Optional;

/** What can be done with an invoice: issue it, take it back, mail it, print it. */
final class InvoiceActionScreens {
    private final Parts parts;
    private final PageShow show;
    private final InvoicePapers papers;

    InvoiceActionScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
        this.papers = new InvoicePapers(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        Access edit = Access.permission(Permissions.EDIT);
        return List.of(
                Route.get("/invoice/{id}/pdf", view, exchange -> existing(exchange, this::print)),
                Route.get("/invoice/{id}/void", edit, exchange -> existing(exchange, this::askToVoid)),
                Route.post("/invoice/{id}/void", edit, exchange -> existing(exchange, this::makeVoid)),
                Route.post("/invoice/{id}/issue", edit, exchange -> existing(exchange, this::issue)),
                Route.post("/invoice/{id}/send", edit, exchange -> existing(exchange, this::send)));
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

    private Reply issue(Exchange exchange, Invoice invoice) {
        Organisation org = exchange.visitor().user().org();
        InvoiceChange change = parts.invoices().issue(org.id(), invoice.id().toString(), org.zone());
        return done(invoice, change == InvoiceChange.DONE ? InvoiceDone.ISSUED : InvoiceDone.REFUSED);
    }

    private Reply makeVoid(Exchange exchange, Invoice invoice) {
        InvoiceChange change =
                parts.invoices().makeVoid(invoice.org(), invoice.id().toString());
        return done(invoice, change == InvoiceChange.DONE ? InvoiceDone.VOIDED : InvoiceDone.REFUSED);
    }

    private Reply askToVoid(Exchange exchange, Invoice invoice) {
        Organisation reader = exchange.visitor().user().org();
        Figures figures = parts.books().ofInvoice(invoice);
        StringBuilder money = new StringBuilder();
        if (figures.paid().isPositive()) {
            money.append(Formats.money(figures.paid(), reader))
                    .append(" was paid on it. That stays in the books; give it back yourself if it is due back. ");
        }
        if (figures.processing().isPositive()) {
            money.append(Formats.money(figures.processing(), reader))
                    .append(" is on its way and is booked when it comes.");
        }
        if (money.isEmpty()) {
            money.append("Nothing was paid on it.");
        }
        return show.page(
                exchange,
                new PageShow.Place("Void " + invoice.name(), "invoices", "invoicevoid"),
                new InvoiceVoidPage("/invoice/" + invoice.id(), invoice.name(), money.toString()));
    }

    private Reply send(Exchange exchange, Invoice invoice) {
        if (invoice.state() != InvoiceState.ISSUED) {
            return done(invoice, InvoiceDone.REFUSED);
        }
        Optional<String> address = parts.clients()
                .find(invoice.org(), invoice.clientId().toString())
                .flatMap(Client::email);
        if (address.isEmpty()) {
            return done(invoice, InvoiceDone.NO_ADDRESS);
        }
        InvoiceMailer.Outcome outcome = parts.mailer().send(paper(exchange, invoice), address.get());
        return done(
                invoice,
                switch (outcome) {
                    case SENT -> InvoiceDone.SENT;
                    case NO_ADDRESS -> InvoiceDone.NO_ADDRESS;
                    case NOT_TAKEN -> InvoiceDone.NOT_SENT;
                });
    }

    private Reply print(Exchange exchange, Invoice invoice) {
        return Reply.of(200, "application/pdf", parts.pdf().write(paper(exchange, invoice)))
                .with("Content-Disposition", "inline; filename=\"" + invoice.name() + ".pdf\"");
    }

    private InvoicePaper paper(Exchange exchange, Invoice invoice) {
        return papers.of(
                invoice,
                parts.books().ofInvoice(invoice),
                exchange.visitor().user().org());
    }

    private static Reply done(Invoice invoice, InvoiceDone done) {
        return Reply.seeOther("/invoice/" + invoice.id() + "?done=" + done.code());
    }
}
