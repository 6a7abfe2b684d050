package dev.quittance.trials.process;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The main job, step by step, as people do it without script. */
public final class Walk {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";
    static final Duration SOON = Duration.ofSeconds(20);

    private static final Pattern PAY_LINK = Pattern.compile("https?://[^\\s\"'<>]+/pay/[A-Za-z0-9_-]+");
    private static final String PASSWORD_FORM = "form:has(input[type=password])";

    private final Sandbox sandbox;
    private final Person person = new Person();

    /** Somebody at this sandbox, not signed in. */
    public Walk(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The same person, for steps that are not here. */
    public Person person() {
        return person;
    }

    /** Signs in and gives what is seen then. */
    public Seen signIn(Sandbox.Login login) {
        Seen page = person.open(sandbox.url(), "/");
        String emailField = page.name(PASSWORD_FORM + " input[type=email]");
        String passwordField = page.name(PASSWORD_FORM + " input[type=password]");
        return person.submit(
                page.form(PASSWORD_FORM).with(emailField, login.email()).with(passwordField, login.password()));
    }

    /** The addresses of the projects on the list. */
    List<URI> projects() {
        return person.open(sandbox.url(), "/projects").page().select("a[href*=/project/]").stream()
                .map(link -> URI.create(link.absUrl("href")))
                .distinct()
                .collect(Collectors.toList());
    }

    /** The address of the project with this name. */
    URI project(String name) {
        return person.open(sandbox.url(), "/projects").link(name);
    }

    /** The request form of a project, as it opens. */
    FilledForm requestForm(URI project) {
        Seen seen = person.open(person.open(project).link("Request Payment"));
        return seen.form("form:has([name=amount])");
    }

    /** Asks for a share of the contract; gives the project's page as it is seen then. */
    public Seen requestShare(URI project, String percent) {
        return person.submit(requestForm(project)
                .with("type", "deposit")
                .with("percent", percent)
                .with("amount", ""));
    }

    /** The pay link in the newest mail that has one and was not among these. */
    URI payLink(List<URI> before) {
        return Eventually.get(
                "a mail with a pay link",
                SOON,
                () -> payLinks().stream().filter(link -> !before.contains(link)).findFirst());
    }

    /** Every pay link in the inbox, the newest first. */
    List<URI> payLinks() {
        return mails().stream()
                .flatMap(mail -> links(person.open(mail)).stream())
                .distinct()
                .collect(Collectors.toList());
    }

    private static List<URI> links(Seen mail) {
        Matcher matcher = PAY_LINK.matcher(mail.body());
        java.util.ArrayList<URI> found = new java.util.ArrayList<>();
        while (matcher.find()) {
            found.add(URI.create(matcher.group()));
        }
        return found;
    }

    /** The addresses of the mails in the inbox, the newest first. */
    List<URI> mails() {
        return person.open(sandbox.url(), "/inbox").page().select("a[href*=/inbox/]").stream()
                .map((Element link) -> URI.create(link.absUrl("href")))
                .distinct()
                .collect(Collectors.toList());
    }

    /** How many mails in the inbox are receipts. */
    long receipts() {
        return mailsWith("Receipt");
    }

    /** A page of this sandbox, as it is now. */
    Seen open(String path) {
        return person.open(sandbox.url(), path);
    }

    /** How many mails in the inbox have this in their line. */
    long mailsWith(String words) {
        return person.open(sandbox.url(), "/inbox").page().select("a[href*=/inbox/]").stream()
                .filter(link -> link.text().contains(words))
                .map(link -> link.absUrl("href"))
                .distinct()
                .count();
    }

    /** Clicks Pay on the pay page; gives the hosted page, or whatever is seen instead. */
    Seen clickPay(URI payLink) {
        return person.submit(person.open(payLink).form("form"));
    }

    /** Pays on the hosted page, without coming back from it. */
    Seen payWithoutReturning(Seen hostedPage, String card) {
        return person.submitOnly(fillCard(hostedPage, card));
    }

    /** Pays on the hosted page and comes back. */
    Seen payAndReturn(Seen hostedPage, String card) {
        return person.submit(fillCard(hostedPage, card));
    }

    private static FilledForm fillCard(Seen hostedPage, String card) {
        return hostedPage
                .form("form:has([name=cardNumber])")
                .with("email", "dana@example.com")
                .with("cardNumber", card)
                .with("cardExpiry", "12 / 34")
                .with("cardCvc", "123")
                .with("billingName", "Dana Ruiz");
    }

    /** The words of the payments list on a project. */
    Optional<String> paymentsOn(URI project) {
        return person.open(project).page().select("section, table, div.card, article").stream()
                .map(Element::text)
                .filter(words -> words.startsWith("Payments"))
                .findFirst();
    }

    /** Waits until the project's payments say this. */
    void seesOn(URI project, String word) {
        Eventually.so(
                "\"" + word + "\" on the project",
                Duration.ofSeconds(75),
                () -> paymentsOn(project).map(words -> words.contains(word)).orElse(false));
    }
}
