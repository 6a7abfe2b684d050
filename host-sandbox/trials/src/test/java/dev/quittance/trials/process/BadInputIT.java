package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in wrong gets a clear message and status, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputIT {
    private static final String KEY = "sk_test_BadInputKey4711Aa";

    private LocalStripeProcess stripe;
    private Sandbox sandbox;
    private Walk office;
    private URI project;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key"), KEY);
        stripe = LocalStripeProcess.start(
                folder.resolve("stripe"), "--port", "0", "--secret-key", KEY, "--account", "Ridgeline Roofing:US:usd");
        sandbox = Sandbox.start(
                folder.resolve("data"), "--stripe-url", stripe.url(), "--stripe-key-file", keyFile.toString());
        office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
        project = office.project("Ruiz roof");
    }

    @AfterAll
    void close() {
        sandbox.close();
        stripe.close();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "0",
        "-5",
        "'1.234,5'",
        "12.345",
        "12.3456",
        "1000000.00",
        "0.49",
        "ten",
        "1e3",
        "99999999999999999999999999"
    })
    void an_amount_that_cannot_be_charged_is_refused_at_its_field(String amount) {
        int before = office.mails().size();
        FilledForm form = office.requestForm(project)
                .with("type", "custom")
                .with("percent", "")
                .with("amount", amount);

        Seen answer = office.person().submit(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#request-payment-amount-error").text()).isNotBlank();
        assertThat(answer.page().select("[role=alert] a[href='#request-payment-amount']"))
                .hasSize(1);
        assertThat(answer.page().select("[name=amount]").attr("value")).isEqualTo(amount);
        assertThatNothingHappened(answer, before);
    }

    @Test
    void a_client_without_an_address_cannot_be_asked_without_giving_one() {
        int before = office.mails().size();
        URI without = office.project("Finch skylight");

        Seen answer = office.person()
                .submit(office.requestForm(without).with("amount", "100.00").with("recipientEmail", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#request-payment-recipientEmail-error").text())
                .isNotBlank();
        assertThatNothingHappened(answer, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2f..%2fetc", "AAAAAAAAAAAAAAAAAAAAAA/done", "%00"})
    void an_address_that_was_never_sent_to_anyone_leads_nowhere(String token) {
        Seen answer = office.person().open(URI.create(sandbox.url() + "pay/" + token));

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_pay_link_with_one_character_changed_answers_as_one_that_never_was() {
        List<URI> before = office.payLinks();
        ask("11.00");
        URI payLink = office.payLink(before);
        String token = payLink.getPath().substring("/pay/".length());
        String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

        Seen tampered = office.person().open(sandbox.url(), "/pay/" + changed);
        Seen never = office.person().open(sandbox.url(), "/pay/AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(tampered.status()).isEqualTo(404);
        assertThat(tampered.words()).isEqualTo(never.words());
    }

    @Test
    void the_success_page_with_somebody_elses_session_shows_nothing() {
        List<URI> none = office.payLinks();
        ask("12.00");
        URI first = office.payLink(none);
        List<URI> one = office.payLinks();
        ask("13.00");
        URI second = office.payLink(one);
        Seen hosted = office.clickPay(first);
        URI done = office.payWithoutReturning(hosted, Walk.GOOD_CARD).leadsTo().orElseThrow();
        String session = done.getQuery();

        Seen foreign = office.person().open(URI.create(second + "/done?" + session));
        Seen invented = office.person().open(URI.create(second + "/done?session_id=cs_test_invented"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(invented.status()).isEqualTo(404);
        assertThat(foreign.words()).isEqualTo(invented.words()).doesNotContain("12.00");
        assertThat(office.person().open(done).words()).contains("Paid");
    }

    @Test
    void a_form_without_the_token_of_its_session_is_refused() {
        FilledForm form = office.requestForm(project).with("amount", "14.00");

        assertThat(office.person().submit(form.with("_csrf", "forged")).status())
                .isEqualTo(403);
        assertThat(office.person().submit(form.without("_csrf")).status()).isEqualTo(403);
    }

    @Test
    void a_form_that_another_site_made_the_browser_send_is_refused_even_with_the_right_token() {
        List<URI> before = office.payLinks();
        FilledForm form = office.requestForm(project)
                .with("type", "custom")
                .with("percent", "")
                .with("amount", "15.00");

        Seen answer = office.person().submit(form.from(URI.create("https://evil.example/trap")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.words()).contains("Nothing was");
        assertThat(office.payLinks()).isEqualTo(before);
    }

    @Test
    void a_webhook_that_stripe_did_not_sign_is_refused_and_changes_nothing() {
        byte[] event = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\"}"
                .getBytes(StandardCharsets.UTF_8);
        URI invented = sandbox.url().resolve("/webhooks/stripe-payments/AAAAAAAAAAAAAAAAAAAAAA");
        String signature = "t=1790000000,v1=" + "0".repeat(64);

        assertThat(webhook(invented, event, signature)).isEqualTo(404);
        assertThat(webhook(sandbox.url().resolve("/webhooks/no-such-plugin/x"), event, signature))
                .isEqualTo(404);
        for (URI endpoint : WebhookAddresses.of(stripe, KEY)) {
            assertThat(webhook(endpoint, event, signature)).as("forged").isEqualTo(400);
            assertThat(webhook(endpoint, event, "t=1,v1=" + "0".repeat(64)))
                    .as("stale")
                    .isEqualTo(400);
            assertThat(webhook(endpoint, event, "t=99999999999,v1=" + "0".repeat(64)))
                    .as("from the future")
                    .isEqualTo(400);
            assertThat(webhook(endpoint, event, "t=abc,v1")).as("malformed").isEqualTo(400);
            assertThat(webhook(endpoint, event, "v1=,".repeat(900)))
                    .as("a header without end")
                    .isEqualTo(400);
            assertThat(webhook(endpoint, new byte[300 * 1024], signature))
                    .as("oversized")
                    .isEqualTo(413);
        }
    }

    private int webhook(URI endpoint, byte[] body, String signature) {
        return office.person()
                .post(endpoint, body, Map.of("Stripe-Signature", signature, "Content-Type", "application/json"))
                .status();
    }

    private void ask(String amount) {
        Seen answer = office.person()
                .submit(office.requestForm(project)
                        .with("type", "custom")
                        .with("percent", "")
                        .with("amount", amount));
        assertThat(answer.status()).as(answer.words()).isEqualTo(200);
    }

    private void assertThatNothingHappened(Seen answer, int mailsBefore) {
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        assertThat(office.mails()).hasSize(mailsBefore);
    }
}
