package dev.quittance.crm.screen;

import dev.quittance.crm.activity.Activities;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.identity.Staff;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users of an organisation, for its admins, and what everybody did. */
final class StaffScreens {
    private static final int NAME = 200;
    private static final int ROWS = 50;

    private final Parts parts;
    private final PageShow show;
    private final FormShow forms;

    StaffScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
        this.forms = new FormShow(parts);
    }

    List<Route> routes() {
        Access admins = Access.permission(Permissions.SETTINGS);
        return List.of(
                Route.get("/settings/users", admins, this::users),
                Route.get("/settings/users/new", admins, this::blank),
                Route.post("/settings/users/new", admins, this::add),
                Route.post("/settings/users/role", admins, this::role),
                Route.post("/settings/users/active", admins, this::active),
                Route.get("/settings/activity", admins, this::activity));
    }

    private Reply users(Exchange exchange) {
        User reader = user(exchange);
        List<UsersPage.Row> rows = parts.work().staff().list(reader.org().id()).stream()
                .map(one -> new UsersPage.Row(
                        one.id().toString(),
                        one.name(),
                        one.login(),
                        one.role().code(),
                        one.active(),
                        one.id().equals(reader.id())))
                .toList();
        return show.list(exchange, new PageShow.Place("Users", "settings", "users"), new UsersPage(rows, roles()));
    }

    private Reply blank(Exchange exchange) {
        return forms.form(exchange, "settings", newForm());
    }

    private static FormPage newForm() {
        return FormPage.of("New user", "/settings/users/new", "Add user", "/settings/users")
                .saying("Tell them the password; they can change it when they are signed in.")
                .asking(List.of(
                        FormPage.Field.of("name", "Name", "text").needed(),
                        FormPage.Field.of("email", "E-mail", "email").needed().hinted("They sign in with it."),
                        FormPage.Field.of("role", "Role", "select").needed().choosing(roles()),
                        FormPage.Field.of("password", "First password", "password")
                                .needed()
                                .filledBy("new-password")
                                .hinted("At least " + Staff.MIN_PASSWORD + " characters.")));
    }

    private Reply add(Exchange exchange) {
        User by = user(exchange);
        Typed typed = new Typed(exchange);
        String name = typed.needed("name", NAME, "Give the user a name.");
        Optional<String> email = typed.email("email");
        Optional<Role> role = role(typed.needed("role", 20, "Choose a role."));
        String password = typed.secret("password");
        if (email.isEmpty()) {
            typed.wrong("email", "Write the e-mail address.");
        }
        if (role.isEmpty()) {
            typed.wrong("role", "Choose a role of the list.");
        }
        if (password.length() < Staff.MIN_PASSWORD || password.length() > 256) {
            typed.wrong("password", "Use at least " + Staff.MIN_PASSWORD + " characters, and at most 256.");
        }
        if (typed.isFine()) {
            User added = new User(parts.work().ids().next(), email.orElseThrow(), name, role.orElseThrow(), by.org());
            if (parts.work().staff().add(added, password)) {
                return forms.done(exchange, "/settings/users", "The user is added.");
            }
            typed.wrong("email", "Somebody signs in with this address already.");
        }
        return forms.again(exchange, "settings", newForm().filled(typed));
    }

    private Reply role(Exchange exchange) {
        Optional<Role> role = role(exchange.value("role"));
        boolean changed =
                role.isPresent() && parts.work().staff().changeRole(user(exchange), exchange.value("user"), role.get());
        return back(exchange, changed, "The role is changed.");
    }

    private Reply active(Exchange exchange) {
        boolean active = exchange.value("active").equals("true");
        boolean changed = parts.work().staff().setActive(user(exchange), exchange.value("user"), active);
        return back(
                exchange,
                changed,
                active ? "They may sign in again." : "They are signed out everywhere and may not sign in any more.");
    }

    private Reply back(Exchange exchange, boolean changed, String words) {
        return changed
                ? forms.done(exchange, "/settings/users", words)
                : forms.done(exchange, "/settings/users", "warning", "Nothing was changed.");
    }

    private Reply activity(Exchange exchange) {
        User reader = user(exchange);
        Activities.Part part = parts.work().activities().list(reader.org().id(), exchange.value("after"), ROWS);
        List<ActivityRow> rows = part.rows().stream()
                .map(activity -> ActivityRow.of(activity, reader.org()))
                .toList();
        return show.page(
                exchange,
                new PageShow.Place("Activity", "settings", "activity"),
                new ActivityPage(rows, part.next().map(after -> "/settings/activity?after=" + after)));
    }

    private static Optional<Role> role(String code) {
        return Stream.of(Role.values()).filter(role -> role.code().equals(code)).findFirst();
    }

    private static List<FormPage.Choice> roles() {
        return List.of(
                new FormPage.Choice(Role.OFFICE.code(), "Office"),
                new FormPage.Choice(Role.TECHNICIAN.code(), "Technician"),
                new FormPage.Choice(Role.ADMIN.code(), "Admin"));
    }

    private static User user(Exchange exchange) {
        return exchange.visitor().user();
    }
}
