package dev.quittance.emulator.port;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One call to the local Stripe, on its API or on a hosted page.
 *
 * @param method the HTTP method, upper case
 * @param path the path, still percent-encoded, starting with a slash
 * @param rawQuery the undecoded query without the question mark; empty if there is none
 * @param headers header names are case-insensitive, and stored in lower case
 * @param body the body's bytes; empty if there is none. The array is not copied: do not change it afterwards
 */
public record Call(String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {
    /** Lowers the header names, so that a lookup needs no care. */
    public Call {
        Map<String, String> lowered = new LinkedHashMap<>();
        headers.forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lowered);
    }
}
