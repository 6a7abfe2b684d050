package dev.quittance.crm.screen;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Slice;
import dev.quittance.crm.record.Versioned;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.Visitor;
import java.util.List;
import java.util.Optional;

/** The list of projects, and a project. */
final class ProjectScreens {
    /** A list that is read at a glance. */
    static final int ROWS = 25;

    private final Parts parts;
    private final PageShow show;

    ProjectScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        return List.of(Route.get("/projects", view, this::list), Route.get("/project/{id}", view, this::record));
    }

    private Reply list(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        Slice<Project> slice = parts.projects().list(reader.id(), exchange.value("after"), ROWS);
        List<ProjectRow> rows = slice.rows().stream()
                .map(project -> ProjectRow.of(project, reader))
                .toList();
        Optional<String> next = slice.next().map(after -> "/projects?after=" + after);
        return show.list(
                exchange,
                new PageShow.Place("Projects", "projects", "projects"),
                new ProjectsPage(rows, next, exchange.visitor().actor().may(Permissions.EDIT)));
    }

    private Reply record(Exchange exchange) {
        Visitor visitor = exchange.visitor();
        OrgId org = visitor.user().org().id();
        Optional<Project> found = parts.projects().find(org, exchange.part("id"));
        if (found.isEmpty()) {
            return show.absent(exchange);
        }
        Project project = found.get();
        Optional<Client> client = parts.clients().find(org, project.clientId().toString());
        RecordRef ref = RecordRef.project(project.id().toString());
        ProjectPage page = page(exchange, project, client, ref);
        return show.record(exchange, new PageShow.Place(project.name(), "projects", "project"), page);
    }

    private ProjectPage page(Exchange exchange, Project project, Optional<Client> client, RecordRef ref) {
        Visitor visitor = exchange.visitor();
        Organisation reader = visitor.user().org();
        ProjectRow row = ProjectRow.of(project, reader);
        return new ProjectPage(
                row.name(),
                row.client(),
                row.clientHref(),
                client.flatMap(Client::email).orElse("No address"),
                row.stage(),
                row.stageStyle(),
                project.contractTotal().isPresent() ? row.contractTotal() : "No contract",
                row.since(),
                show.badges(ref, visitor),
                FiguresView.of(parts.books().ofProject(project), reader),
                new InvoiceScreens(parts)
                        .rows(
                                reader.id(),
                                parts.invoices().listOfProjects(reader.id(), List.of(project.id())),
                                visitor),
                visitor.actor().may(Permissions.EDIT) ? "/invoices/new?project=" + project.id() : "",
                parts.platform().get().screens().panels(ref, visitor.actor(), exchange.request()),
                show.actions(ref, visitor),
                desk(project, visitor, ref),
                show.relatedLists(ref, visitor));
    }

    private ProjectDesk desk(Project project, Visitor visitor, RecordRef ref) {
        Organisation reader = visitor.user().org();
        long version = parts.work()
                .projects()
                .find(reader.id(), project.id().toString())
                .map(Versioned::version)
                .orElse(-1L);
        return ProjectDesk.of(project, version, visitor.actor().may(Permissions.EDIT), show.activity(ref, visitor));
    }
}
