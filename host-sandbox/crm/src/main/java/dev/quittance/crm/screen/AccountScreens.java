package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.Staff;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.token.Token;
import dev.quittance.crm.token.Tokens;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.List;
import java.util.Optional;

/** What is a user's own: their tokens, where they are signed in, their password. */
final class AccountScreens {
    private static final int TOKEN_NAME = 100;

    private final Parts parts;
    private final PageShow show;
    private final FormShow forms;

    AccountScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
        this.forms = new FormShow(parts);
    }

    List<Route> routes() {
        Access own = Access.signedIn();
        return List.of(
                Route.get("/settings/tokens", own, this::tokens),
                Route.post("/settings/tokens", own, this::makeToken),
                Route.post("/settings/tokens/revoke", own, this::revoke),
                Route.get("/settings/sessions", own, this::sessions),
                Route.post("/settings/sessions/end", own, this::endOne),
                Route.post("/settings/sessions/end-all", own, this::endAll),
                Route.get("/settings/password", own, this::password),
                Route.post("/settings/password", own, this::changePassword));
    }

    private Reply tokens(Exchange exchange) {
        return tokens(exchange, Optional.empty(), "");
    }

    private Reply tokens(Exchange exchange, Optional<String> made, String error) {
        Organisation org = user(exchange).org();
        List<TokensPage.Row> rows = parts.work().tokens().listOf(user(exchange)).stream()
                .map(token -> row(token, org))
                .toList();
        return show.list(
                exchange,
                new PageShow.Place("API tokens", "settings", "tokens"),
                new TokensPage(rows, made, exchange.value("name"), error));
    }

    private static TokensPage.Row row(Token token, Organisation org) {
        return new TokensPage.Row(
                token.id().toString(),
                token.name(),
                Moment.day(token.createdAt(), org),
                token.lastUsedAt().map(used -> Moment.of(used, org)));
    }

    /** Shows the token in answer to the form itself: a redirect would have to carry it. */
    private Reply makeToken(Exchange exchange) {
        Typed typed = new Typed(exchange);
        String name = typed.needed("name", TOKEN_NAME, "Say what the token is for.");
        if (!typed.isFine()) {
            return tokens(exchange, Optional.empty(), typed.error("name")).withStatus(422);
        }
        Optional<String> made = parts.work().tokens().make(user(exchange), name);
        String full = "You have " + Tokens.MOST + " tokens. Revoke one that you do not need any more.";
        return made.isPresent()
                ? tokens(exchange, made, "")
                : tokens(exchange, Optional.empty(), full).withStatus(422);
    }

    private Reply revoke(Exchange exchange) {
        parts.work().tokens().revoke(user(exchange), exchange.value("token"));
        return forms.done(exchange, "/settings/tokens", "The token is revoked. Programs that use it are refused now.");
    }

    private Reply sessions(Exchange exchange) {
        Organisation org = user(exchange).org();
        String here = parts.cookies().findSession(exchange).orElse("");
        List<SessionsPage.Row> rows = parts.sessions().listOf(user(exchange), here).stream()
                .map(session -> new SessionsPage.Row(
                        session.handle(),
                        session.device().isEmpty() ? "Unknown device" : session.device(),
                        Moment.of(session.createdAt(), org),
                        Moment.of(session.lastSeenAt(), org),
                        session.here()))
                .toList();
        return show.list(
                exchange,
                new PageShow.Place("Where you are signed in", "settings", "sessions"),
                new SessionsPage(rows));
    }

    private Reply endOne(Exchange exchange) {
        parts.sessions().closeOne(user(exchange), exchange.value("session"));
        return forms.done(exchange, "/settings/sessions", "That device is signed out.");
    }

    private Reply endAll(Exchange exchange) {
        parts.sessions().closeAll(user(exchange));
        return Reply.seeOther("/sign-in").with("Set-Cookie", parts.cookies().noSession());
    }

    private Reply password(Exchange exchange) {
        return forms.form(exchange, "settings", passwordForm());
    }

    private static FormPage passwordForm() {
        return FormPage.of("Change your password", "/settings/password", "Change password", "/settings/sessions")
                .saying("You stay signed in here, and are signed out everywhere else.")
                .asking(List.of(
                        FormPage.Field.of("current", "Present password", "password")
                                .needed()
                                .filledBy("current-password"),
                        FormPage.Field.of("chosen", "New password", "password")
                                .needed()
                                .filledBy("new-password")
                                .hinted("At least " + Staff.MIN_PASSWORD
                                        + " characters. A few words make a good one.")));
    }

    /** A wrong present password counts as a failed sign-in: a browser left alone is no place to guess. */
    private Reply changePassword(Exchange exchange) {
        User user = user(exchange);
        Typed typed = new Typed(exchange);
        String chosen = typed.secret("chosen");
        if (chosen.length() < Staff.MIN_PASSWORD || chosen.length() > 256) {
            typed.wrong("chosen", "Use at least " + Staff.MIN_PASSWORD + " characters, and at most 256.");
        } else {
            parts.signIns()
                    .signIn(
                            user.login(),
                            typed.secret("current"),
                            exchange.request().getRemoteAddr())
                    .fold(
                            same -> true,
                            () -> refuse(typed, "That is not your present password."),
                            pause -> refuse(typed, "Too many attempts. Wait " + (pause.toMinutes() + 1) + " minutes."));
        }
        if (!typed.isFine()) {
            return forms.again(exchange, "settings", passwordForm().filled(typed));
        }
        parts.work().staff().changePassword(user, chosen);
        String session = parts.sessions().open(user, Devices.words(exchange.request()));
        return forms.done(exchange, "/settings/sessions", "Your password is changed.")
                .with("Set-Cookie", parts.cookies().session(session));
    }

    private static boolean refuse(Typed typed, String words) {
        typed.wrong("current", words);
        return false;
    }

    private static User user(Exchange exchange) {
        return exchange.visitor().user();
    }
}
