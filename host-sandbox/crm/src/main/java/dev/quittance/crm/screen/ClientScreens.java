package dev.quittance.crm.screen;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.books.ClientFigures;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Contact;
import dev.quittance.crm.record.Slice;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list of clients, and a client. */
final class ClientScreens {
    private static final int ROWS = 25;
    private static final int PROJECTS = 50;
    private static final int INVOICES = 50;
    private static final int ALIKE = 10;
    private static final String NONE = "–";

    private final Parts parts;
    private final PageShow show;
    private final InvoiceScreens invoices;

    ClientScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
        this.invoices = new InvoiceScreens(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        return List.of(Route.get("/clients", view, this::list), Route.get("/client/{id}", view, this::record));
    }

    private Reply list(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        OrgId org = reader.id();
        String query = exchange.value("q").strip();
        Slice<Client> slice = parts.clients().list(org, query, exchange.value("after"), ROWS);
        Map<UUID, List<ClientFigures>> figures = parts.books()
                .ofClients(org, slice.rows().stream().map(Client::id).toList(), parts.today(reader.zone()));
        List<ClientsPage.Row> rows = slice.rows().stream()
                .map(client -> new ClientsPage.Row(
                        "/client/" + client.id(),
                        client.name(),
                        client.email().orElse(NONE),
                        figures.getOrDefault(client.id(), List.of()).stream()
                                .map(each -> line(each, reader))
                                .toList()))
                .toList();
        Optional<String> next = slice.next()
                .map(after -> "/clients?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&after=" + after);
        return show.list(
                exchange,
                new PageShow.Place("Clients", "clients", "clients"),
                new ClientsPage(rows, next, query, exchange.visitor().actor().may(Permissions.EDIT)));
    }

    private static ClientsPage.Line line(ClientFigures figures, Organisation reader) {
        return new ClientsPage.Line(
                Formats.money(figures.billed(), reader),
                Formats.money(figures.paid(), reader),
                Formats.money(figures.processing(), reader),
                Formats.money(figures.overdue(), reader),
                figures.overdue().isPositive());
    }

    private Reply record(Exchange exchange) {
        Visitor visitor = exchange.visitor();
        Optional<Client> found = parts.clients().find(visitor.user().org().id(), exchange.part("id"));
        if (found.isEmpty()) {
            return parts.clients()
                    .findMergedInto(visitor.user().org().id(), exchange.part("id"))
                    .map(stays -> Reply.seeOther("/client/" + stays))
                    .orElseGet(() -> show.absent(exchange));
        }
        Client client = found.get();
        RecordRef ref = RecordRef.client(client.id().toString());
        return show.record(
                exchange, new PageShow.Place(client.name(), "clients", "client"), page(client, visitor, ref));
    }

    private ClientPage page(Client client, Visitor visitor, RecordRef ref) {
        Organisation reader = visitor.user().org();
        Locale language = client.locale().orElse(reader.locale());
        return new ClientPage(
                client.name(),
                client.email().orElse("No address"),
                client.phone().orElse(NONE),
                language.getDisplayName(Locale.ENGLISH),
                Formats.date(client.createdAt(), reader),
                "/client/" + client.id(),
                visitor.actor().may(Permissions.EDIT),
                parts.work().contacts().listOf(reader.id(), client.id()).stream()
                        .map(ClientScreens::row)
                        .toList(),
                visitor.actor().may(Permissions.EDIT)
                        ? parts.clients().listAlike(client, ALIKE).size()
                        : 0,
                show.activity(ref, visitor),
                parts.projects().listOfClient(reader.id(), client.id(), PROJECTS).stream()
                        .map(project -> ProjectRow.of(project, reader))
                        .toList(),
                invoices.rows(reader.id(), parts.invoices().listOfClient(reader.id(), client.id(), INVOICES), visitor),
                show.actions(ref, visitor),
                show.relatedLists(ref, visitor));
    }

    private static ClientPage.ContactRow row(Contact contact) {
        return new ClientPage.ContactRow(
                contact.id().toString(),
                contact.entry().name(),
                contact.entry().job(),
                contact.entry().email().orElse(NONE),
                contact.entry().phone().orElse(NONE),
                contact.entry().primary());
    }
}
