package dev.quittance.trials.person;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form with what was filled in.
 *
 * @param action where it goes
 * @param from the address of the page that it stands on
 * @param values by field name, in order
 */
public record FilledForm(URI action, URI from, Map<String, String> values) {
    /** Keeps the order. */
    public FilledForm {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static FilledForm of(Element element) {
        FormElement form = (FormElement) element;
        Map<String, String> values = new LinkedHashMap<>();
        for (Connection.KeyVal pair : form.formData()) {
            values.put(pair.key(), pair.value());
        }
        URI from = URI.create(element.baseUri());
        String action = element.hasAttr("action") && !element.attr("action").isEmpty()
                ? element.absUrl("action")
                : element.baseUri();
        return new FilledForm(URI.create(action), from, values);
    }

    /** The same form with one more answer. */
    public FilledForm with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new FilledForm(action, from, more);
    }

    /** The same form without one answer. */
    public FilledForm without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new FilledForm(action, from, fewer);
    }

    /** The same form as if it stood on another page. */
    public FilledForm from(URI page) {
        return new FilledForm(action, page, values);
    }

    String encoded() {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    String origin() {
        return from.getScheme() + "://" + from.getAuthority();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
