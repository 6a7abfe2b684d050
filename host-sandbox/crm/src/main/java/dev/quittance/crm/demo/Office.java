package dev.quittance.crm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.crm.demo.browse.Browser;
import dev.quittance.crm.demo.browse.WebForm;
import dev.quittance.crm.demo.browse.WebPage;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Somebody in the office: signs in, requests a payment, watches the list and the inbox. */
final class Office {
    private static final int GOOD = 200;
    /** A first look at the list is enough: the demo needs one project. */
    private static final int PROJECTS = 10;

    private static final String ACTION = "Request Payment";
    private static final String ROW = "tr[data-key]";
    /** Ticks by which the office says that it means it: where a run before left a request, or the contract is used up. */
    private static final List<String> MEANT = List.of("overRequest", "sendAnother");

    private final Browser browser = new Browser();
    private final SandboxProcess sandbox;

    Office(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * A project that a payment can be requested on.
     *
     * @param address its page
     * @param name what people call it
     * @param rows the keys of what is on its payments list already
     * @param action where the request form is
     */
    record Project(URI address, String name, Set<String> rows, URI action) {}

    /**
     * A row of a payments list.
     *
     * @param key what it belongs to
     * @param words what it says
     * @param state its state in a word
     */
    record Row(String key, String words, String state) {}

    String signIn() throws IOException, DemoFailure {
        JsonNode login = sandbox.login("office");
        WebPage page = browser.open(sandbox.url());
        WebForm form = page.findFormBy("form:has(input[type=password])")
                .orElseThrow(() -> new DemoFailure("there is no sign-in form at " + sandbox.url()));
        WebPage home = browser.submit(form.with("email", login.path("email").asText())
                .with("password", login.path("password").asText()));
        if (home.status() != GOOD
                || home.findFormBy("form:has(input[type=password])").isPresent()) {
            throw new DemoFailure("signing in was answered " + home.status() + ": " + home.alerts());
        }
        return home.heading();
    }

    /** The project with the fewest payments among those that have a contract and somebody to write to. */
    Project chooseProject() throws IOException, DemoFailure {
        WebPage list = browser.open(sandbox.url().resolve("/projects"));
        Set<URI> addresses = new LinkedHashSet<>();
        for (Element link : list.select("a[href*=/project/]")) {
            addresses.add(URI.create(link.absUrl("href")));
        }
        Project best = null;
        for (URI address : addresses.stream().limit(PROJECTS).toList()) {
            Optional<Project> project = look(address);
            if (project.isPresent()
                    && (best == null
                            || project.get().rows().size() < best.rows().size())) {
                best = project.get();
            }
            if (best != null && best.rows().isEmpty()) {
                return best;
            }
        }
        if (best == null) {
            throw new DemoFailure("no project among " + addresses.size() + " offers \"" + ACTION + "\"");
        }
        return best;
    }

    private Optional<Project> look(URI address) throws IOException {
        WebPage page = browser.open(address);
        String words = page.select("main").get(0).text();
        if (words.contains("No contract") || words.contains("No address")) {
            return Optional.empty();
        }
        Set<String> rows = new LinkedHashSet<>();
        page.select(ROW).forEach(row -> rows.add(row.attr("data-key")));
        return page.findLink(ACTION).map(action -> new Project(address, page.heading(), rows, action));
    }

    /** Requests a deposit of a share of the contract; the new row of the project's payments list. */
    Row requestDeposit(Project project, String percent) throws IOException, DemoFailure {
        WebForm form = browser.open(project.action())
                .findForm("percent")
                .orElseThrow(() -> new DemoFailure("the action leads to no form with a percentage"));
        WebPage answer = browser.submit(filled(form, percent));
        Optional<WebForm> again = answer.findForm("percent");
        if (again.isPresent()) {
            WebForm meant = filled(again.get(), percent);
            for (String tick : MEANT) {
                meant = answer.findForm(tick).isPresent() ? meant.with(tick, "true") : meant;
            }
            answer = browser.submit(meant);
        }
        if (answer.findForm("percent").isPresent() || answer.status() != GOOD) {
            throw new DemoFailure("the request was answered " + answer.status() + ": " + answer.alerts());
        }
        for (Row row : rows(project)) {
            if (!project.rows().contains(row.key())) {
                return row;
            }
        }
        throw new DemoFailure("the request is not on the payments list of " + project.name());
    }

    private static WebForm filled(WebForm form, String percent) {
        return form.with("type", "deposit").with("percent", percent).with("amount", "");
    }

    /** The rows of a project's payments list as they are now. */
    List<Row> rows(Project project) throws IOException {
        return browser.open(project.address()).select(ROW).stream()
                .map(row -> new Row(
                        row.attr("data-key"), row.text(), row.select(".badge").text()))
                .toList();
    }

    /** The addresses of the mails in the inbox, newest first. */
    Set<URI> mails() throws IOException {
        Set<URI> mails = new LinkedHashSet<>();
        for (Element link : browser.open(sandbox.inbox()).select("a[href*=/inbox/]")) {
            mails.add(URI.create(link.absUrl("href")));
        }
        return mails;
    }

    WebPage mail(URI address) throws IOException {
        return browser.open(address);
    }
}
