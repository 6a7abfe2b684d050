package dev.quittance.trials.person;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a person sees of an answer.
 *
 * @param address where it was seen
 * @param status the HTTP status
 * @param headers its headers
 * @param body its text
 */
public record Seen(URI address, int status, HttpHeaders headers, String body) {
    /** Where it leads on, if it does. */
    public Optional<URI> leadsTo() {
        if (status < 301 || status > 308) {
            return Optional.empty();
        }
        return headers.firstValue("Location").map(address::resolve);
    }

    /** The page. */
    public Document page() {
        return Jsoup.parse(body, address.toString());
    }

    /** The words on the page, white space folded. */
    public String words() {
        return page().text();
    }

    /** The form that a selector finds, with its values as they stand. */
    public FilledForm form(String selector) {
        Element form = page().selectFirst(selector);
        if (form == null || !form.normalName().equals("form")) {
            throw new AssertionError(
                    "no form " + selector + " at " + address.getPath() + ", status " + status + ": " + words());
        }
        return FilledForm.of(form);
    }

    /** The name of the field that a selector finds. */
    public String name(String selector) {
        return page().select(selector).stream()
                .findFirst()
                .map(field -> field.attr("name"))
                .orElseThrow(() -> new AssertionError("no " + selector + " at " + address.getPath() + ": " + words()));
    }

    /** The address of the link that says this. */
    public URI link(String words) {
        return page().select("a[href]").stream()
                .filter(link ->
                        link.text().contains(words) || link.attr("aria-label").contains(words))
                .findFirst()
                .map(link -> URI.create(link.absUrl("href")))
                .orElseThrow(() -> new AssertionError(
                        "no link \"" + words + "\" at " + address.getPath() + ", status " + status + ": " + words()));
    }
}
