package dev.quittance.emulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML file with holes: <code>{{name}}</code> takes a text, which is escaped; <code>{{&name}}</code> takes HTML that
 * another template made. A hole that nobody fills is a bug.
 */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(&?)([a-zA-Z]+)}}");

    private final String html;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Template(String html) {
        this.html = html;
    }

    static Template of(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing template " + file);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("template " + file, e);
        }
    }

    static Template inline(String html) {
        return new Template(html);
    }

    Template with(String name, String value) {
        values.put(name, value);
        return this;
    }

    String render() {
        Matcher matcher = HOLE.matcher(html);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(2));
            if (value == null) {
                throw new IllegalStateException("nothing fills " + matcher.group(2));
            }
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(matcher.group(1).isEmpty() ? escaped(value) : value));
        }
        matcher.appendTail(out);
        return out.toString();
    }

    /** A whole document around a body. */
    static Page document(String title, String body) {
        return new Page(of("document.html")
                .with("title", title)
                .with("style", of("style.css").render())
                .with("body", body)
                .render());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
