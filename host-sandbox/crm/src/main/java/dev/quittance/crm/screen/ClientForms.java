package dev.quittance.crm.screen;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Change;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.ClientEntry;
import dev.quittance.crm.record.Versioned;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Entering clients, correcting them, and making one of two. */
final class ClientForms {
    private static final int NAME = 300;
    private static final int ALIKE = 10;
    private static final List<String> LANGUAGES = List.of("en-US", "es-US", "de-DE", "fr-FR");

    private final Parts parts;
    private final FormShow show;

    ClientForms(Parts parts) {
        this.parts = parts;
        this.show = new FormShow(parts);
    }

    List<Route> routes() {
        Access edit = Access.permission(Permissions.EDIT);
        return List.of(
                Route.get("/clients/new", edit, this::blank),
                Route.post("/clients/new", edit, this::add),
                Route.get("/client/{id}/edit", edit, exchange -> with(exchange, this::filled)),
                Route.post("/client/{id}/edit", edit, exchange -> with(exchange, this::edit)),
                Route.get("/client/{id}/merge", edit, exchange -> with(exchange, this::sideBySide)),
                Route.post("/client/{id}/merge", edit, exchange -> with(exchange, this::merge)));
    }

    private Reply with(Exchange exchange, BiFunction<Exchange, Versioned<Client>, Reply> what) {
        return parts.work()
                .clients()
                .find(org(exchange), exchange.part("id"))
                .map(client -> what.apply(exchange, client))
                .orElseGet(() -> show.absent(exchange));
    }

    private Reply blank(Exchange exchange) {
        FormPage form = newForm(parts.work().ids().next());
        return show.form(exchange, "clients", form.asking(fields(Optional.empty())));
    }

    private static FormPage newForm(UUID id) {
        return FormPage.of("New client", "/clients/new", "Add client", "/clients")
                .carrying("id", id.toString());
    }

    private Reply add(Exchange exchange) {
        Typed typed = new Typed(exchange);
        ClientEntry entry = entry(typed, Optional.empty());
        UUID id = show.givenId(exchange);
        if (!typed.isFine()) {
            FormPage form = newForm(id).asking(fields(Optional.empty()));
            return show.again(exchange, "clients", form.filled(typed));
        }
        parts.work().clients().add(user(exchange), id, entry);
        return show.done(exchange, "/client/" + id, "The client is entered.");
    }

    private Reply filled(Exchange exchange, Versioned<Client> client) {
        Client now = client.record();
        Typed typed = new Typed(exchange)
                .set("name", now.name())
                .set("email", now.email().orElse(""))
                .set("phone", now.phone().orElse(""))
                .set("language", now.locale().map(Locale::toLanguageTag).orElse(""));
        return show.form(exchange, "clients", editForm(client).filled(typed));
    }

    private Reply edit(Exchange exchange, Versioned<Client> client) {
        Typed typed = new Typed(exchange);
        ClientEntry entry = entry(typed, client.record().locale());
        FormPage again = editForm(client).filled(typed);
        if (!typed.isFine()) {
            return show.again(exchange, "clients", again);
        }
        Change change =
                parts.work().clients().edit(user(exchange), client.record().id(), FormShow.version(exchange), entry);
        return switch (change) {
            case DONE -> show.done(exchange, "/client/" + client.record().id(), "The client is saved.");
            case ABSENT -> show.absent(exchange);
            case MEANWHILE, REFUSED -> show.meanwhile(exchange, "clients", again);
        };
    }

    private static FormPage editForm(Versioned<Client> client) {
        String path = "/client/" + client.record().id();
        return FormPage.of("Edit client", path + "/edit", "Save", path)
                .carrying("version", Long.toString(client.version()))
                .asking(fields(client.record().locale()));
    }

    private static List<FormPage.Field> fields(Optional<Locale> now) {
        List<FormPage.Choice> languages = new ArrayList<>();
        languages.add(new FormPage.Choice("", "As the organisation"));
        languages(now)
                .forEach(tag -> languages.add(
                        new FormPage.Choice(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))));
        return List.of(
                FormPage.Field.of("name", "Name of the person or company", "text")
                        .needed(),
                FormPage.Field.of("email", "E-mail", "email")
                        .hinted(
                                "Requests for payment and receipts go there. A correction holds for links sent from now on."),
                FormPage.Field.of("phone", "Phone", "tel"),
                FormPage.Field.of("language", "Language", "select").choosing(languages));
    }

    private static Stream<String> languages(Optional<Locale> now) {
        return Stream.concat(LANGUAGES.stream(), now.map(Locale::toLanguageTag).stream())
                .distinct();
    }

    private static ClientEntry entry(Typed typed, Optional<Locale> now) {
        String name = typed.needed("name", NAME, "Give the client a name.");
        Optional<String> email = typed.email("email");
        Optional<String> phone = typed.phone("phone");
        String language = typed.optional("language", 35);
        if (!language.isEmpty() && languages(now).noneMatch(language::equals)) {
            typed.wrong("language", "Choose a language of the list.");
        }
        return new ClientEntry(
                name,
                email,
                phone,
                Optional.of(language).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag));
    }

    private Reply sideBySide(Exchange exchange, Versioned<Client> client) {
        Optional<Versioned<Client>> other = parts.work().clients().find(org(exchange), exchange.value("with"));
        return mergePage(exchange, 200, client, other, Optional.empty());
    }

    private Reply merge(Exchange exchange, Versioned<Client> client) {
        Optional<Versioned<Client>> other = parts.work().clients().find(org(exchange), exchange.value("with"));
        String stays = exchange.value("stays");
        if (other.isEmpty()) {
            return show.absent(exchange);
        }
        boolean first = stays.equals(client.record().id().toString());
        if (!first && !stays.equals(other.get().record().id().toString())) {
            return mergePage(exchange, 422, client, other, Optional.of("Choose who stays."));
        }
        Versioned<UUID> here = new Versioned<>(client.record().id(), FormShow.version(exchange));
        Versioned<UUID> there = new Versioned<>(other.get().record().id(), otherVersion(exchange));
        Change change = parts.work().clients().merge(user(exchange), first ? here : there, first ? there : here);
        if (change == Change.DONE) {
            return show.done(exchange, "/client/" + stays, "The two clients are one now. Everything of both is here.");
        }
        String words = "Somebody changed one of them meanwhile. Nothing was merged. Look at both again.";
        return mergePage(exchange, 409, client, other, Optional.of(words));
    }

    private static long otherVersion(Exchange exchange) {
        String text = exchange.value("otherVersion");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private Reply mergePage(
            Exchange exchange,
            int status,
            Versioned<Client> client,
            Optional<Versioned<Client>> other,
            Optional<String> problem) {
        Optional<Versioned<Client>> second = other.filter(
                found -> !found.record().id().equals(client.record().id()));
        String query = exchange.value("q");
        List<Client> found = query.isBlank()
                ? parts.clients().listAlike(client.record(), ALIKE)
                : parts.clients().list(org(exchange), query, "", ALIKE).rows();
        MergePage page = new MergePage(
                side(exchange, client),
                second.map(versioned -> side(exchange, versioned)),
                found.stream()
                        .filter(one -> !one.id().equals(client.record().id()))
                        .map(one -> new MergePage.Choice(
                                "/client/" + client.record().id() + "/merge?with=" + one.id(),
                                one.name(),
                                one.email().orElse("No address")))
                        .toList(),
                query,
                problem);
        return new PageShow(parts)
                .page(exchange, new PageShow.Place("Merge clients", "clients", "merge"), page)
                .withStatus(status);
    }

    private MergePage.Side side(Exchange exchange, Versioned<Client> versioned) {
        Client client = versioned.record();
        int projects =
                parts.projects().listOfClient(client.org(), client.id(), 100).size();
        int contacts = parts.work().contacts().listOf(client.org(), client.id()).size();
        return new MergePage.Side(
                client.id().toString(),
                versioned.version(),
                client.name(),
                client.email().orElse("No address"),
                client.phone().orElse("–"),
                projects + " projects, " + contacts + " contacts",
                Moment.day(client.createdAt(), user(exchange).org()));
    }

    private static User user(Exchange exchange) {
        return exchange.visitor().user();
    }

    private static OrgId org(Exchange exchange) {
        return user(exchange).org().id();
    }
}
