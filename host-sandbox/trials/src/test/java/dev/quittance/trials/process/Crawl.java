package dev.quittance.trials.process;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Every page that somebody gets to by following links and frames from some first pages, within one site. */
final class Crawl {
    /** More than a sandbox with its demo data has. */
    private static final int MOST = 150;

    private final Map<URI, Seen> pages = new LinkedHashMap<>();
    private final Map<URI, Seen> files = new LinkedHashMap<>();

    /** Follows everything from these addresses on. */
    static Crawl of(Person person, List<URI> first) {
        Crawl crawl = new Crawl();
        Deque<URI> open = new ArrayDeque<>(first);
        while (!open.isEmpty() && crawl.pages.size() < MOST) {
            URI next = open.removeFirst();
            if (!crawl.pages.containsKey(next)) {
                Seen seen = person.look(next);
                crawl.pages.put(next, seen);
                open.addAll(crawl.linked(person, seen));
            }
        }
        return crawl;
    }

    private List<URI> linked(Person person, Seen seen) {
        List<URI> found = new ArrayList<>(seen.leadsTo().stream().toList());
        if (!isHtml(seen)) {
            return found;
        }
        Document page = seen.page();
        for (Element part : page.select("link[href], script[src], img[src]")) {
            URI file = address(part.absUrl(part.hasAttr("href") ? "href" : "src"));
            if (isHere(seen, file)) {
                files.computeIfAbsent(file, person::look);
            }
        }
        for (Element part : page.select("a[href], iframe[src]")) {
            found.add(address(part.absUrl(part.hasAttr("href") ? "href" : "src")));
        }
        found.removeIf(address -> !isHere(seen, address));
        return found;
    }

    private static URI address(String text) {
        return URI.create(text.replaceFirst("#.*", ""));
    }

    private static boolean isHere(Seen seen, URI address) {
        return seen.address().getAuthority().equals(address.getAuthority());
    }

    static boolean isHtml(Seen seen) {
        return seen.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /** Every answer that was looked at, in the order of the walk. */
    List<Seen> pages() {
        return List.copyOf(pages.values());
    }

    /** Style sheets, scripts and images of those pages. */
    List<Seen> files() {
        return List.copyOf(files.values());
    }

    /** Every form that is sent by POST, once for each address. */
    List<FilledForm> forms() {
        Map<String, FilledForm> forms = new LinkedHashMap<>();
        for (Seen seen : pages.values()) {
            if (isHtml(seen)) {
                for (Element form : seen.page().select("form[method=post]")) {
                    FilledForm filled = seen.form(form.cssSelector());
                    forms.putIfAbsent(
                            filled.action().getPath() + " " + filled.values().getOrDefault("_form", ""), filled);
                }
            }
        }
        return List.copyOf(forms.values());
    }
}
