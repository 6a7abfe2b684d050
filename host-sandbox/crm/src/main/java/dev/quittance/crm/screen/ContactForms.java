package dev.quittance.crm.screen;

import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Change;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Contact;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people at a client's. */
final class ContactForms {
    private static final int NAME = 200;
    private static final int JOB = 100;

    private final Parts parts;
    private final FormShow show;

    ContactForms(Parts parts) {
        this.parts = parts;
        this.show = new FormShow(parts);
    }

    List<Route> routes() {
        Access edit = Access.permission(Permissions.EDIT);
        return List.of(
                Route.get("/client/{id}/contacts/new", edit, this::blank),
                Route.post("/client/{id}/contacts/new", edit, this::add),
                Route.get("/contact/{id}/edit", edit, this::filled),
                Route.post("/contact/{id}/edit", edit, this::edit),
                Route.post("/contact/{id}/remove", edit, this::remove));
    }

    private Reply blank(Exchange exchange) {
        Optional<Client> client = parts.clients().find(user(exchange).org().id(), exchange.part("id"));
        return client.map(whose -> show.form(
                        exchange, "clients", newForm(whose, parts.work().ids().next())))
                .orElseGet(() -> show.absent(exchange));
    }

    private static FormPage newForm(Client client, UUID id) {
        String path = "/client/" + client.id();
        return FormPage.of("New contact at " + client.name(), path + "/contacts/new", "Add contact", path)
                .carrying("id", id.toString())
                .asking(fields());
    }

    private Reply add(Exchange exchange) {
        Optional<Client> client = parts.clients().find(user(exchange).org().id(), exchange.part("id"));
        if (client.isEmpty()) {
            return show.absent(exchange);
        }
        // The form's own id is the contact's; the path's is the client's.
        Typed typed = new Typed(exchange);
        Contact.Entry entry = entry(typed);
        UUID id = show.givenId(exchange);
        if (!typed.isFine()) {
            return show.again(exchange, "clients", newForm(client.get(), id).filled(typed));
        }
        parts.work().contacts().add(user(exchange), client.get(), id, entry);
        return show.done(exchange, "/client/" + client.get().id(), "The contact is entered.");
    }

    private Reply filled(Exchange exchange) {
        Optional<Contact> contact = find(exchange);
        if (contact.isEmpty()) {
            return show.absent(exchange);
        }
        Contact.Entry now = contact.get().entry();
        Typed typed = new Typed(exchange)
                .set("name", now.name())
                .set("job", now.job())
                .set("email", now.email().orElse(""))
                .set("phone", now.phone().orElse(""))
                .set("primary", now.primary() ? "on" : "");
        return show.form(exchange, "clients", editForm(contact.get()).filled(typed));
    }

    private Reply edit(Exchange exchange) {
        Optional<Contact> contact = find(exchange);
        Optional<Client> client = contact.flatMap(found -> clientOf(exchange, found));
        if (client.isEmpty()) {
            return show.absent(exchange);
        }
        Typed typed = new Typed(exchange);
        Contact.Entry entry = entry(typed);
        if (!typed.isFine()) {
            return show.again(exchange, "clients", editForm(contact.get()).filled(typed));
        }
        Change change = parts.work()
                .contacts()
                .edit(user(exchange), client.get(), contact.get().id(), entry);
        return change == Change.DONE
                ? show.done(exchange, "/client/" + client.get().id(), "The contact is saved.")
                : show.absent(exchange);
    }

    private Reply remove(Exchange exchange) {
        Optional<Contact> contact = find(exchange);
        Optional<Client> client = contact.flatMap(found -> clientOf(exchange, found));
        if (client.isEmpty()) {
            return show.absent(exchange);
        }
        parts.work()
                .contacts()
                .remove(user(exchange), client.get(), contact.get().id());
        return show.done(exchange, "/client/" + client.get().id(), "The contact is removed.");
    }

    private Optional<Contact> find(Exchange exchange) {
        return parts.work().contacts().find(user(exchange).org().id(), exchange.part("id"));
    }

    private Optional<Client> clientOf(Exchange exchange, Contact contact) {
        return parts.clients()
                .find(user(exchange).org().id(), contact.clientId().toString());
    }

    private static FormPage editForm(Contact contact) {
        return FormPage.of(
                        "Edit contact", "/contact/" + contact.id() + "/edit", "Save", "/client/" + contact.clientId())
                .asking(fields());
    }

    private static List<FormPage.Field> fields() {
        return List.of(
                FormPage.Field.of("name", "Name", "text").needed(),
                FormPage.Field.of("job", "Role", "text").hinted("For example Treasurer or Site manager."),
                FormPage.Field.of("email", "E-mail", "email"),
                FormPage.Field.of("phone", "Phone", "tel"),
                FormPage.Field.of("primary", "Ask them first", "checkbox"));
    }

    private static Contact.Entry entry(Typed typed) {
        return new Contact.Entry(
                typed.needed("name", NAME, "Give the contact a name."),
                typed.optional("job", JOB),
                typed.email("email"),
                typed.phone("phone"),
                typed.checked("primary"));
    }

    private static User user(Exchange exchange) {
        return exchange.visitor().user();
    }
}
