package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;

/** One field that finds clients, projects and invoices. */
final class SearchScreens {
    private static final int EACH = 10;

    private final Parts parts;
    private final PageShow show;

    SearchScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        return List.of(Route.get("/search", Access.permission(Permissions.VIEW), this::search));
    }

    private Reply search(Exchange exchange) {
        Organisation org = exchange.visitor().user().org();
        String query = exchange.value("q").strip();
        SearchPage page = query.isEmpty() ? SearchPage.blank() : found(org, query);
        return show.page(exchange, new PageShow.Place("Search", "", "search"), page);
    }

    private SearchPage found(Organisation org, String query) {
        List<SearchPage.Hit> clients = parts.clients().list(org.id(), query, "", EACH).rows().stream()
                .map(client -> new SearchPage.Hit(
                        "/client/" + client.id(), client.name(), client.email().orElse("No address")))
                .toList();
        List<SearchPage.Hit> projects = parts.projects().search(org.id(), query, EACH).stream()
                .map(project -> new SearchPage.Hit(
                        "/project/" + project.id(),
                        project.name(),
                        project.clientName() + " · " + project.stage().label()))
                .toList();
        List<SearchPage.Hit> invoices = parts.invoices().search(org.id(), query, EACH).stream()
                .map(invoice -> new SearchPage.Hit("/invoice/" + invoice.id(), invoice.name(), invoice.clientName()))
                .toList();
        return new SearchPage(
                query,
                List.of(
                        new SearchPage.Group("Clients", clients),
                        new SearchPage.Group("Projects", projects),
                        new SearchPage.Group("Invoices", invoices)));
    }
}
