package dev.quittance.crm.demo.browse;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;

/**
 * A form with what was filled in. Immutable.
 *
 * @param action where it goes
 * @param page where it stands
 * @param values by field name, in order
 */
public record WebForm(URI action, URI page, Map<String, String> values) {
    /** Keeps the order. */
    public WebForm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The form as it stands on its page: what is filled in, chosen or ticked already. */
    static WebForm of(FormElement form, URI page) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Connection.KeyVal pair : form.formData()) {
            values.put(pair.key(), pair.value());
        }
        String action = form.attr("action").isEmpty() ? page.toString() : form.absUrl("action");
        return new WebForm(URI.create(action), page, values);
    }

    /** The same form with another answer. */
    public WebForm with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new WebForm(action, page, more);
    }

    String encoded() {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    String origin() {
        return page.getScheme() + "://" + page.getAuthority();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where it goes; not what was filled in. */
    @Override
    public String toString() {
        return "WebForm[" + action.getPath() + "]";
    }
}
