package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An amount is the same from the form to the books, whatever its currency's decimals, and parts add up to their whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OddMoneyIT {
    private static final String KEY = "sk_test_OddMoneyKey4711Aa";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAID = "select coalesce(sum(amount_minor), 0) from plugin_stripe_payments.payment"
            + " where state = 'SUCCEEDED' and currency = ";
    private static final String LEDGER = "select -coalesce(sum(amount_minor), 0) from"
            + " plugin_stripe_payments.ledger_entry where account = 'received' and currency = ";

    private LocalStripeProcess stripe;
    private Sandbox sandbox;
    private Walk office;

    /**
     * Money as it is asked for.
     *
     * @param figures how every page writes it, but for the currency's sign
     * @param minor what Stripe is asked for
     */
    private record Part(String figures, long minor) {}

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        stripe = LocalStripeProcess.start(
                folder.resolve("stripe"), "--port", "0", "--secret-key", KEY, "--account", "Ridgeline Roofing:US:usd");
        sandbox = Sandbox.start(
                folder.resolve("data"), "--stripe-url", stripe.url(), "--stripe-key-file", key.toString());
        office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
    }

    @AfterAll
    void close() {
        sandbox.close();
        stripe.close();
    }

    @Test
    void yen_thirds_and_fils_are_the_same_on_every_page_at_stripe_and_in_the_books() throws IOException, SQLException {
        walk("USD", "10,000.01", new Part("3,333.30", 333_330), new Part("6,666.71", 666_671));
        walk("JPY", "3,800,001", new Part("1,266,654", 1_266_654), new Part("2,533,347", 2_533_347));
        walk("KWD", "10,000.010", new Part("3,333.300", 3_333_300), new Part("6,666.710", 6_666_710));
        sandbox.close();
        for (String sum : List.of("USD 1000001", "JPY 3800001", "KWD 10000010")) {
            String[] parts = sum.split(" ", -1);
            assertThat(EmbeddedBooks.count(sandbox.data(), PAID + "'" + parts[0] + "'"))
                    .as(sum)
                    .isEqualTo(Long.parseLong(parts[1]));
            assertThat(EmbeddedBooks.count(sandbox.data(), LEDGER + "'" + parts[0] + "'"))
                    .as("ledger, " + sum)
                    .isEqualTo(Long.parseLong(parts[1]));
        }
    }

    /** A third as a deposit, then the rest as the form fills it in; all is paid in the end. */
    private void walk(String currency, String total, Part third, Part rest) throws IOException {
        URI project = newProject(currency, total);
        FilledForm asThird = office.requestForm(project)
                .with("type", "deposit")
                .with("percent", "33.333")
                .with("amount", "");
        pay(project, asThird, currency, third);
        seesMoney(project, ".*Paid \\S*" + third.figures() + " .*");
        FilledForm asRest = office.person()
                .submit(office.requestForm(project).with("type", "final").with("_show", "1"))
                .form("form:has([name=amount])");
        assertThat(asRest.values().get("amount")).isEqualTo(rest.figures().replace(",", ""));
        pay(project, asRest, currency, rest);
        seesMoney(project, ".*Paid \\S*" + total + " .*Left \\S*0(\\.0+)?( .*)?");
    }

    /** The host's books are told from the outbox, each thing in its own time. */
    private void seesMoney(URI project, String pattern) {
        Eventually.so(
                pattern + " in the host's books",
                Walk.SOON,
                () -> money(project).matches(pattern));
    }

    private URI newProject(String currency, String total) {
        Seen blank = office.person().open(sandbox.url(), "/projects/new");
        String client = blank.page().select("select[name=client] option").stream()
                .filter(option -> option.text().equals("Dana Ruiz"))
                .findFirst()
                .orElseThrow()
                .attr("value");
        Seen made = office.person()
                .submit(blank.form("form:has([name=total])")
                        .with("client", client)
                        .with("name", "Odd " + currency)
                        .with("currency", currency)
                        .with("total", total));
        assertThat(made.words()).contains("Odd " + currency, total);
        return office.project("Odd " + currency);
    }

    private void pay(URI project, FilledForm form, String currency, Part part) throws IOException {
        List<URI> before = office.payLinks();
        Seen sent = office.person().submit(form);
        assertThat(sent.status()).as(sent.words()).isEqualTo(200);
        assertThat(office.paymentsOn(project).orElseThrow()).contains(part.figures());
        URI link = office.payLink(before);
        URI mail = office.mails().stream()
                .filter(each -> office.person().open(each).body().contains(link.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(office.person().open(mail).words()).as("mail").contains(part.figures());
        assertThat(office.person().open(link).words()).as("pay page").contains(part.figures());
        Seen hosted = office.clickPay(link);
        assertThat(hosted.words()).as("hosted page").contains(part.figures());
        JsonNode session = JSON.readTree(new Person()
                        .askWithKey(URI.create(stripe.url()).resolve("/v1/checkout/sessions?limit=1"), KEY)
                        .body())
                .path("data")
                .path(0);
        assertThat(session.path("amount_total").asLong()).isEqualTo(part.minor());
        assertThat(session.path("currency").asText()).isEqualToIgnoringCase(currency);
        Seen paid = office.payAndReturn(hosted, Walk.GOOD_CARD);
        assertThat(paid.words()).as("receipt page").contains("Paid", part.figures());
        office.seesOn(project, "Paid");
        seesMoney(project, ".*Requested \\S*0(\\.0+)? .*");
    }

    /** The amounts above the record, in one line with plain spaces. */
    private String money(URI project) {
        return office.person()
                .open(project)
                .page()
                .select("section[aria-label=Money] dl")
                .text()
                .replaceAll("[\\u00a0\\u202f]", "");
    }
}
