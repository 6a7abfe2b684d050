package dev.quittance.crm.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that bind a form to the browser it was shown in: an HMAC under the value of its session cookie, or of the visit cookie
 * while nobody is signed in. Somebody else's page knows neither. Thread-safe.
 */
public final class FormTokens {
    /** The hidden field that carries it. */
    public static final String FIELD = "_token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "form".getBytes(StandardCharsets.UTF_8);

    private final Cookies cookies;

    /** Binds to these cookies. */
    public FormTokens(Cookies cookies) {
        this.cookies = cookies;
    }

    /** The token for a form shown in answer to this request; empty if the browser has no cookie yet to bind it to. */
    public Optional<String> find(HttpServletRequest request) {
        return cookies.findSession(request).or(() -> cookies.findVisit(request)).map(FormTokens::token);
    }

    /** Whether the token belongs to the browser that sent it. */
    public boolean matches(HttpServletRequest request, String token) {
        return find(request)
                .map(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }

    static String token(String cookie) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
