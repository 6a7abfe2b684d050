package dev.quittance.api.screen;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A call of a public page. Nothing here may be trusted. Immutable and thread-safe.
 *
 * @param path the parts after the prefix: {@code /pay/abc/done} gives {@code [abc, done]}
 * @param query the first value of each query parameter
 * @param locale what the browser prefers
 */
public record PublicCall(List<String> path, Map<String, String> query, Locale locale) {
    /** Copies the collections. */
    public PublicCall {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** Without the path and the query, which hold tokens. */
    @Override
    public String toString() {
        return "PublicCall[" + path.size() + " parts]";
    }
}
