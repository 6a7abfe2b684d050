package dev.quittance.crm.web;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What signing in and out does with cookies. Thread-safe. */
public final class SessionCookies {
    private static final int VISIT_BYTES = 16;

    private final Cookies cookies;
    private final RandomGenerator random;

    /** Makes visit ids from this source of chance, which must not be predictable. */
    public SessionCookies(Cookies cookies, RandomGenerator random) {
        this.cookies = cookies;
        this.random = random;
    }

    /**
     * What a form is bound to while nobody is signed in.
     *
     * @param token the form's token
     * @param cookie to be set with the page; empty if the browser has one
     */
    public record Binding(String token, Optional<String> cookie) {}

    /** Binds a form to the browser, by the cookie it has or by a new one. */
    public Binding bind(Exchange exchange) {
        Optional<String> known =
                cookies.findSession(exchange.request()).or(() -> cookies.findVisit(exchange.request()));
        if (known.isPresent()) {
            return new Binding(FormTokens.token(known.get()), Optional.empty());
        }
        byte[] bytes = new byte[VISIT_BYTES];
        random.nextBytes(bytes);
        String visit = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Binding(FormTokens.token(visit), Optional.of(cookies.visit(visit)));
    }

    /** The session id that the browser sent, valid or not. */
    public Optional<String> findSession(Exchange exchange) {
        return cookies.findSession(exchange.request());
    }

    /** The header that makes the browser keep a session. */
    public String session(String id) {
        return cookies.session(id);
    }

    /** The header that makes the browser forget its session. */
    public String noSession() {
        return cookies.noSession();
    }
}
