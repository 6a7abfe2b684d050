package dev.quittance.crm.screen;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Change;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.ProjectEntry;
import dev.quittance.crm.record.Versioned;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Entering projects, moving them on, and taking them away. */
final class ProjectForms {
    private static final int NAME = 300;
    private static final int REASON = 300;
    /** What a list to choose from can hold; beyond it one starts from the client's page. */
    private static final int CLIENTS = 200;

    private final Parts parts;
    private final FormShow show;

    ProjectForms(Parts parts) {
        this.parts = parts;
        this.show = new FormShow(parts);
    }

    List<Route> routes() {
        Access edit = Access.permission(Permissions.EDIT);
        return List.of(
                Route.get("/projects/new", edit, this::blank),
                Route.post("/projects/new", edit, this::add),
                Route.get("/project/{id}/edit", edit, exchange -> with(exchange, this::name)),
                Route.post("/project/{id}/edit", edit, exchange -> with(exchange, this::rename)),
                Route.post("/project/{id}/next", edit, exchange -> with(exchange, this::advance)),
                Route.get("/project/{id}/total", edit, exchange -> with(exchange, this::total)),
                Route.post("/project/{id}/total", edit, exchange -> with(exchange, this::changeTotal)),
                Route.get("/project/{id}/close", edit, exchange -> with(exchange, this::end)),
                Route.post("/project/{id}/close", edit, exchange -> with(exchange, this::close)),
                Route.get("/project/{id}/delete", edit, exchange -> with(exchange, this::last)),
                Route.post("/project/{id}/delete", edit, exchange -> with(exchange, this::delete)));
    }

    private Reply with(Exchange exchange, BiFunction<Exchange, Versioned<Project>, Reply> what) {
        Optional<Versioned<Project>> found =
                parts.work().projects().find(user(exchange).org().id(), exchange.part("id"));
        return found.map(project -> what.apply(exchange, project)).orElseGet(() -> show.absent(exchange));
    }

    private Reply blank(Exchange exchange) {
        Organisation org = user(exchange).org();
        Typed typed =
                new Typed(exchange).set("client", exchange.value("client")).set("currency", org.currency());
        return show.form(
                exchange,
                "projects",
                newForm(org)
                        .carrying("id", parts.work().ids().next().toString())
                        .filled(typed));
    }

    private FormPage newForm(Organisation org) {
        List<FormPage.Choice> clients = parts.clients().list(org.id(), "", CLIENTS).rows().stream()
                .map(client -> new FormPage.Choice(client.id().toString(), client.name()))
                .toList();
        List<FormPage.Choice> currencies = java.util.stream.Stream.of("USD", "EUR", "GBP", "CAD", "JPY")
                .map(code -> new FormPage.Choice(code, code))
                .toList();
        return FormPage.of("New project", "/projects/new", "Add project", "/projects")
                .asking(List.of(
                        FormPage.Field.of("client", "Client", "select").needed().choosing(clients),
                        FormPage.Field.of("name", "Name", "text").needed(),
                        FormPage.Field.of("currency", "Currency", "select")
                                .needed()
                                .choosing(currencies)
                                .hinted("It holds for everything on the project and cannot be changed later."),
                        FormPage.Field.of("total", "Contract total", "text")
                                .hinted("Leave it empty for a service call without a contract.")));
    }

    private Reply add(Exchange exchange) {
        User by = user(exchange);
        Typed typed = new Typed(exchange);
        String client = typed.needed("client", 40, "Choose a client.");
        String name = typed.needed("name", NAME, "Give the project a name.");
        String currency = typed.needed("currency", 3, "Choose a currency.");
        Optional<Money> total = Optional.empty();
        if (CurrencyUnit.find(currency).isEmpty()) {
            typed.wrong("currency", "Choose a currency of the list.");
        } else {
            total = typed.money("total", currency, by.org());
        }
        Optional<Client> whose = parts.clients().find(by.org().id(), client);
        if (whose.isEmpty()) {
            typed.wrong("client", "Choose a client of the list.");
        }
        UUID id = show.givenId(exchange);
        FormPage again = newForm(by.org()).carrying("id", id.toString()).filled(typed);
        if (!typed.isFine() || whose.isEmpty()) {
            return show.again(exchange, "projects", again);
        }
        ProjectEntry entry = new ProjectEntry(whose.get().id(), name, currency, total);
        if (parts.work().projects().add(by, id, entry) != Change.DONE) {
            return show.again(exchange, "projects", again.failing("That client is gone. Choose another one."));
        }
        return show.done(exchange, "/project/" + id, "The project is entered.");
    }

    private Reply name(Exchange exchange, Versioned<Project> project) {
        Typed typed = new Typed(exchange).set("name", project.record().name());
        return show.form(exchange, "projects", nameForm(project).filled(typed));
    }

    private FormPage nameForm(Versioned<Project> project) {
        return versioned(FormPage.of("Edit project", path(project, "/edit"), "Save", path(project, "")), project)
                .asking(List.of(FormPage.Field.of("name", "Name", "text").needed()));
    }

    private Reply rename(Exchange exchange, Versioned<Project> project) {
        Typed typed = new Typed(exchange);
        String name = typed.needed("name", NAME, "Give the project a name.");
        FormPage again = nameForm(project).filled(typed);
        if (!typed.isFine()) {
            return show.again(exchange, "projects", again);
        }
        Change change = parts.work().projects().rename(user(exchange), seen(exchange, project), name);
        return finish(exchange, project, change, again, "The project is saved.");
    }

    private Reply advance(Exchange exchange, Versioned<Project> project) {
        Change change = parts.work().projects().advance(user(exchange), seen(exchange, project));
        String words = change == Change.DONE
                ? "The project is now: "
                        + project.record().stage().next().orElseThrow().label() + "."
                : "Nothing was changed: somebody moved this project meanwhile. It is: "
                        + project.record().stage().label() + ".";
        return show.done(exchange, path(project, ""), change == Change.DONE ? "good" : "warning", words);
    }

    private Reply total(Exchange exchange, Versioned<Project> project) {
        Organisation org = user(exchange).org();
        Typed typed = new Typed(exchange)
                .set(
                        "total",
                        project.record()
                                .contractTotal()
                                .map(total -> TypedMoney.write(total, org))
                                .orElse(""));
        return show.form(exchange, "projects", totalForm(project, org).filled(typed));
    }

    private FormPage totalForm(Versioned<Project> project, Organisation org) {
        String now = project.record()
                .contractTotal()
                .map(total -> Formats.money(total, org))
                .orElse("no contract");
        return versioned(
                        FormPage.of("Change order", path(project, "/total"), "Change the total", path(project, "")),
                        project)
                .saying("Agreed so far: " + now + ". Nobody is charged by this.")
                .asking(List.of(
                        FormPage.Field.of(
                                        "total",
                                        "New contract total in "
                                                + project.record().currency(),
                                        "text")
                                .hinted("Leave it empty if from now on there is no contract."),
                        FormPage.Field.of("reason", "Reason", "text")
                                .needed()
                                .hinted("As you would tell the customer.")));
    }

    private Reply changeTotal(Exchange exchange, Versioned<Project> project) {
        Organisation org = user(exchange).org();
        Typed typed = new Typed(exchange);
        Optional<Money> total = typed.money("total", project.record().currency(), org);
        String reason = typed.needed("reason", REASON, "Say why the total changes.");
        FormPage again = totalForm(project, org).filled(typed);
        if (!typed.isFine()) {
            return show.again(exchange, "projects", again);
        }
        Change change = parts.work().projects().changeTotal(user(exchange), seen(exchange, project), total, reason);
        return finish(exchange, project, change, again, "The contract total is changed. Nobody was charged.");
    }

    private Reply end(Exchange exchange, Versioned<Project> project) {
        return show.form(exchange, "projects", endForm(project));
    }

    private FormPage endForm(Versioned<Project> project) {
        return versioned(
                        FormPage.of(
                                "Close " + project.record().name() + "?",
                                path(project, "/close"),
                                "Close project",
                                path(project, "")),
                        project)
                .saying("Nothing more is asked for on a closed project: what is still requested is canceled."
                        + " What was paid stays.");
    }

    private Reply close(Exchange exchange, Versioned<Project> project) {
        Change change = parts.work().projects().close(user(exchange), seen(exchange, project));
        return finish(exchange, project, change, endForm(project), "The project is closed.");
    }

    private Reply last(Exchange exchange, Versioned<Project> project) {
        return show.form(exchange, "projects", lastForm(project));
    }

    private FormPage lastForm(Versioned<Project> project) {
        return versioned(
                        FormPage.of(
                                "Delete " + project.record().name() + "?",
                                path(project, "/delete"),
                                "Delete project",
                                path(project, "")),
                        project)
                .saying("The project is gone for everybody, and cannot be brought back. Open payment links stop"
                        + " working; nothing is refunded. What was paid stays in the books.")
                .asking(List.of(FormPage.Field.of("typed", "Type the project's name to confirm", "text")
                        .needed()
                        .hinted(project.record().name())))
                .dangerous();
    }

    private Reply delete(Exchange exchange, Versioned<Project> project) {
        Typed typed = new Typed(exchange);
        String name = typed.needed("typed", NAME, "Type the name to confirm.");
        if (!name.equals(project.record().name().strip())) {
            typed.wrong("typed", "That is not the project's name. Nothing was deleted.");
        }
        FormPage again = lastForm(project).filled(typed);
        if (!typed.isFine()) {
            return show.again(exchange, "projects", again);
        }
        Change change = parts.work().projects().delete(user(exchange), seen(exchange, project));
        return change == Change.DONE
                ? show.done(exchange, "/projects", "The project is deleted.")
                : finish(exchange, project, change, again, "");
    }

    private Reply finish(Exchange exchange, Versioned<Project> project, Change change, FormPage again, String words) {
        return switch (change) {
            case DONE -> show.done(exchange, path(project, ""), words);
            case MEANWHILE -> show.meanwhile(exchange, "projects", again);
            case REFUSED ->
                show.done(exchange, path(project, ""), "info", "That was done already. Nothing was changed.");
            case ABSENT -> show.absent(exchange);
        };
    }

    private static Versioned<Project> seen(Exchange exchange, Versioned<Project> project) {
        return new Versioned<>(project.record(), FormShow.version(exchange));
    }

    private static FormPage versioned(FormPage form, Versioned<Project> project) {
        return form.carrying("version", Long.toString(project.version()));
    }

    private static String path(Versioned<Project> project, String what) {
        return "/project/" + project.record().id() + what;
    }

    private static User user(Exchange exchange) {
        return exchange.visitor().user();
    }
}
