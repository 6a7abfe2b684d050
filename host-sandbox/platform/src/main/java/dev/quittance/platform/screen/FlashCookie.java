package dev.quittance.platform.screen;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Carries what was just done over the redirect that follows, in a cookie of the same browser: nothing is kept on the server, and
 * whoever forges it tells only themselves. Thread-safe.
 */
public final class FlashCookie {
    /** The redirect follows at once; what is older would puzzle. */
    private static final int MAX_AGE_SECONDS = 60;
    /** Cookies are small. */
    private static final int MAX_CHARACTERS = 500;

    private final boolean secure;
    private final String name;

    /** Cookies of this host: on https they bear the prefix that binds them to it. */
    public FlashCookie(URI publicUrl) {
        this.secure = "https".equals(publicUrl.getScheme());
        this.name = secure ? "__Host-platform-flash" : "platform-flash";
    }

    /** Sends it with an answer. */
    public void put(HttpServletResponse response, Flash flash) {
        String message = flash.message();
        String shown = message.length() > MAX_CHARACTERS ? message.substring(0, MAX_CHARACTERS) : message;
        String text = flash.tone() + "|" + shown;
        send(
                response,
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                MAX_AGE_SECONDS);
    }

    /** Takes it from a request; the answer forgets it. */
    public Optional<Flash> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                send(response, "", 0);
                return decoded(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void send(HttpServletResponse response, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<Flash> decoded(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            boolean sound = bar > 0 && text.substring(0, bar).matches("[a-z]{1,12}") && bar + 1 < text.length();
            return sound ? Optional.of(new Flash(text.substring(0, bar), text.substring(bar + 1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
