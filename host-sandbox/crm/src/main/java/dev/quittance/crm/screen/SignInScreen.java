package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.SignInResult;
import dev.quittance.crm.identity.SignIns;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.LocalPath;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.SessionCookies;
import dev.quittance.crm.web.Templates;
import java.time.Duration;
import java.util.List;

/** Signing in and out. */
final class SignInScreen {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    /** The same words whether the login or the password is wrong. */
    private static final String REFUSED = "E-mail and password do not belong together. Check both and try again.";

    private final SignIns signIns;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Chromes chromes;
    private final Templates templates;
    private final List<SignInPage.Login> logins;

    SignInScreen(Parts parts, List<SignInPage.Login> logins) {
        this.signIns = parts.signIns();
        this.sessions = parts.sessions();
        this.cookies = parts.cookies();
        this.chromes = parts.chromes();
        this.templates = parts.templates();
        this.logins = List.copyOf(logins);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/sign-in", Access.everybody(), this::show),
                Route.post("/sign-in", Access.everybody(), this::signIn),
                Route.post("/sign-out", Access.signedIn(), this::signOut));
    }

    private Reply show(Exchange exchange) {
        String next = LocalPath.orHome(exchange.value("next"));
        if (exchange.signedIn().isPresent()) {
            return Reply.seeOther(next);
        }
        SessionCookies.Binding binding = cookies.bind(exchange);
        Reply page = page(exchange, 200, binding.token(), new SignInPage(next, "", "", logins));
        return binding.cookie().map(cookie -> page.with("Set-Cookie", cookie)).orElse(page);
    }

    private Reply signIn(Exchange exchange) {
        String next = LocalPath.orHome(exchange.value("next"));
        String email = exchange.value("email");
        SignInResult result = signIns.signIn(
                email, exchange.value("password"), exchange.request().getRemoteAddr());
        return result.fold(
                user -> accepted(exchange, user, next),
                () -> refused(exchange, UNPROCESSABLE, new SignInPage(next, email, REFUSED, logins)),
                pause -> tooMany(exchange, next, email, pause));
    }

    private Reply accepted(Exchange exchange, User user, String next) {
        cookies.findSession(exchange).ifPresent(sessions::close);
        return Reply.seeOther(next)
                .with("Set-Cookie", cookies.session(sessions.open(user, Devices.words(exchange.request()))));
    }

    private Reply tooMany(Exchange exchange, String next, String email, Duration pause) {
        long minutes = pause.toMinutes() + 1;
        String words = "Too many attempts. Nobody was signed in. Wait " + minutes + " minutes and try again.";
        return refused(exchange, TOO_MANY, new SignInPage(next, email, words, logins))
                .with("Retry-After", Long.toString(pause.toSeconds() + 1));
    }

    private Reply refused(Exchange exchange, int status, SignInPage page) {
        return page(exchange, status, cookies.bind(exchange).token(), page);
    }

    private Reply page(Exchange exchange, int status, String token, SignInPage page) {
        Chrome chrome = chromes.of(exchange.request(), exchange.signedIn(), "Sign in", "")
                .withToken(token);
        return Reply.html(status, templates.render("signin", chrome, page));
    }

    private Reply signOut(Exchange exchange) {
        cookies.findSession(exchange).ifPresent(sessions::close);
        return Reply.seeOther("/sign-in").with("Set-Cookie", cookies.noSession());
    }
}
