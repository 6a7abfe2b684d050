package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Somebody of the office and the customers who pay on one project, by the pages that people use, without script. Every other customer
 * closes the browser after paying, and does not come back from Stripe's page. For one thread.
 */
final class PaidRound {
    private static final String PASSWORD_FORM = "form:has(input[type=password])";
    private static final Pattern PAY_LINK = Pattern.compile("https?://[^\\s\"'<>]+/pay/[A-Za-z0-9_-]+");
    /** More often than a person looks, and rarely enough not to be what is measured. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI crm;
    private final Person office = new Person();
    private final URI project;
    private final AtomicInteger amounts;
    private int paid;

    /**
     * How long it took.
     *
     * @param toPaidNanos from the click on Pay at Stripe until the project's page says Paid
     * @param toReceiptNanos from then until the mail server had taken the receipt
     */
    record Took(long toPaidNanos, long toReceiptNanos) {}

    private PaidRound(URI crm, int place, AtomicInteger amounts, JsonNode login) throws IOException {
        this.crm = crm;
        this.amounts = amounts;
        Seen page = office.open(crm, "/");
        FilledForm form = page.form(PASSWORD_FORM)
                .with(
                        page.name(PASSWORD_FORM + " input[type=email]"),
                        login.path("email").asText())
                .with(
                        page.name(PASSWORD_FORM + " input[type=password]"),
                        login.path("password").asText());
        office.submit(form);
        List<URI> projects = listProjects();
        this.project = projects.get(place % projects.size());
    }

    /** On a project of their own, as long as there are enough; amounts that no others ask for. */
    static PaidRound of(Program program, int place, AtomicInteger amounts) throws IOException {
        return new PaidRound(
                RunningCrm.address(program),
                place,
                amounts,
                program.said().path("logins").path(0));
    }

    /** One request, asked for, mailed, paid, seen and receipted. */
    Took pay() throws IOException {
        int cents = amounts.incrementAndGet();
        String amount = cents / 100 + "." + String.format(Locale.ROOT, "%02d", cents % 100);
        ask(amount);
        Person customer = new Person();
        URI link = payLink(await("a mail that asks for $" + amount, () -> mail("Payment request", amount)));
        Seen hosted = customer.submit(customer.open(link).form("form"));
        FilledForm card = hosted.form("form:has([name=cardNumber])")
                .with("email", "dana@example.com")
                .with("cardNumber", "4242424242424242")
                .with("cardExpiry", "12 / 34")
                .with("cardCvc", "123")
                .with("billingName", "Dana Ruiz");
        boolean comesBack = paid++ % 2 == 0;
        long click = System.nanoTime();
        Seen answer = comesBack ? customer.submit(card) : customer.submitOnly(card);
        if (answer.status() >= 400) {
            throw new IOException("paying was answered " + answer.status() + ": " + answer.words());
        }
        await("$" + amount + " as paid", () -> paidRow(amount));
        long seen = System.nanoTime();
        await("a receipt for $" + amount, () -> mail("Receipt", amount));
        return new Took(seen - click, System.nanoTime() - seen);
    }

    private void ask(String amount) throws IOException {
        FilledForm form = office.open(office.open(project).link("Request Payment"))
                .form("form:has([name=amount])")
                .with("type", "custom")
                .with("amount", amount)
                .with("percent", "")
                .with("overRequest", "true")
                .with("sendAnother", "true");
        Seen answer = office.submit(form);
        if (answer.status() != 200 || !answer.address().getPath().startsWith("/project/")) {
            throw new IOException("a request was answered " + answer.status() + ": " + answer.words());
        }
    }

    private List<URI> listProjects() throws IOException {
        List<URI> projects = office.open(crm, "/projects").page().select("a[href*=/project/]").stream()
                .map(link -> URI.create(link.absUrl("href")))
                .distinct()
                .filter(this::isOpen)
                .toList();
        if (projects.isEmpty()) {
            throw new IOException("no project takes a request of payment");
        }
        return projects;
    }

    /** Whether money can be asked for there, and of somebody with an address. */
    private boolean isOpen(URI one) {
        Seen page = office.open(one);
        return page.page().select("a[href]").stream()
                        .anyMatch(link -> link.text().contains("Request Payment"))
                && page.words().contains("@");
    }

    private Optional<URI> mail(String words, String amount) {
        return office.open(crm, "/inbox").page().select("a[href*=/inbox/]").stream()
                .filter(link -> link.text().contains(words) && link.text().contains("$" + amount))
                .map(link -> URI.create(link.absUrl("href")))
                .findFirst();
    }

    private URI payLink(URI mail) throws IOException {
        Matcher link = PAY_LINK.matcher(office.open(mail).body());
        if (!link.find()) {
            throw new IOException("a mail asks for money and has no link");
        }
        return URI.create(link.group());
    }

    private Optional<Element> paidRow(String amount) {
        return office.open(project).page().select("tr[data-key]").stream()
                .filter(row -> row.text().contains("$" + amount)
                        && row.select(".badge").text().contains("Paid"))
                .findFirst();
    }

    private static <T> T await(String what, Look<T> look) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.now();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("within " + PATIENCE.toSeconds() + " s there was no sign of " + what);
    }

    /** Looks once. */
    @FunctionalInterface
    private interface Look<T> {
        Optional<T> now();
    }
}
