package dev.quittance.crm.demo.browse;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An answer as a person sees it. Immutable. */
public final class WebPage {
    private static final int FIRST_REDIRECT = 301;
    private static final int LAST_REDIRECT = 308;

    private final URI address;
    private final int status;
    private final Optional<String> location;
    private final Document document;

    /**
     * A page.
     *
     * @param address where it was seen
     * @param status the HTTP status
     * @param location where it leads on, if it does
     * @param html its content
     */
    public WebPage(URI address, int status, Optional<String> location, String html) {
        this.address = address;
        this.status = status;
        this.location = location;
        this.document = Jsoup.parse(html, address.toString());
    }

    /** Where it was seen. */
    public URI address() {
        return address;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Where it leads on, if it does. */
    public Optional<URI> leadsTo() {
        if (status < FIRST_REDIRECT || status > LAST_REDIRECT) {
            return Optional.empty();
        }
        return location.map(address::resolve);
    }

    /** The words of the page's heading; its title where it has none. */
    public String heading() {
        Element heading = document.selectFirst("h1");
        return heading == null ? document.title() : heading.text();
    }

    /** What the page says is wrong, or how it answers: its alerts and field errors. */
    public String alerts() {
        return String.join(
                " ",
                document.select("[role=alert], .alert, .invalid-feedback, [class*=error]")
                        .eachText());
    }

    /** The elements that a selector finds. */
    public List<Element> select(String selector) {
        return document.select(selector);
    }

    /** The address of the first link whose words contain these, in upper or lower case. */
    public Optional<URI> findLink(String words) {
        return document.select("a[href]").stream()
                .filter(link -> link.text().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(link -> URI.create(link.absUrl("href")));
    }

    /** The form that has a field or button of this name, as it stands. */
    public Optional<WebForm> findForm(String field) {
        return document.select("form").stream()
                .filter(form -> !form.select("[name=" + field + "]").isEmpty())
                .findFirst()
                .map(form -> WebForm.of((FormElement) form, address));
    }

    /** The first form that a selector finds, as it stands. */
    public Optional<WebForm> findFormBy(String selector) {
        return document.select(selector).stream()
                .filter(FormElement.class::isInstance)
                .findFirst()
                .map(form -> WebForm.of((FormElement) form, address));
    }
}
