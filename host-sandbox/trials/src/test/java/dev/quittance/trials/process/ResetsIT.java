package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each kind of POST that the built plugin sends to Stripe loses its connection once, before and after Stripe carried it out:
 * the outcome is right, and nothing happened twice. Which kinds there are is what the local Stripe saw, not what somebody
 * wrote down: one that was not lost here fails.
 */
final class ResetsIT {
    private static final String PROJECT = "Ruiz roof";

    /** What loses its connection the first time. */
    private static final Set<String> LOST = Set.of(
            "POST /v1/webhook_endpoints",
            "POST /v1/checkout/sessions",
            "POST /v1/checkout/sessions/{id}/expire",
            "POST /v1/refunds");

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset_after"})
    void a_lost_connection_changes_no_outcome_whichever_post_it_was(String effect, @TempDir Path folder) {
        try (LossyStripe stripe = LossyStripe.start(folder)) {
            LOST.forEach(post -> stripe.lose(post, effect));

            startAndPay(stripe);
            giveBack(stripe);
            closeWhilePaying(stripe);

            assertThat(stripe.posts()).as("every kind of POST that was sent").isEqualTo(LOST);
            assertThat(stripe.lost()).as("those that were lost").isEqualTo(LOST);
        }
    }

    private static Seen atTheHostedPage(Walk office, URI project, String percent) {
        List<URI> before = office.payLinks();
        office.requestShare(project, percent);
        URI link = office.payLink(before);
        return Eventually.get(
                "the hosted page",
                LossyStripe.PATIENCE,
                () -> Optional.of(office.clickPay(link))
                        .filter(seen -> seen.body().contains("cardNumber")));
    }

    /** The host comes up and has Stripe call it; a customer pays. One endpoint, one session, one charge, one receipt. */
    private static void startAndPay(LossyStripe stripe) {
        Walk office = stripe.office();
        Eventually.so(
                "an endpoint at Stripe",
                LossyStripe.PATIENCE,
                () -> !stripe.list("webhook_endpoints").isEmpty());
        URI project = office.project(PROJECT);
        office.payAndReturn(atTheHostedPage(office, project, "40"), Walk.GOOD_CARD);
        office.seesOn(project, "Paid");

        Eventually.so("a receipt", LossyStripe.PATIENCE, () -> office.receipts() == 1);
        assertThat(stripe.list("webhook_endpoints")).hasSize(1);
        assertThat(stripe.list("checkout/sessions?limit=100")).hasSize(1);
        assertThat(stripe.list("charges?limit=100")).hasSize(1);
        assertThat(stripe.list("charges").path(0).path("status").asText()).isEqualTo("succeeded");
    }

    /** The office gives a part back. One refund, although its connection was lost. */
    private static void giveBack(LossyStripe stripe) {
        Walk office = stripe.office();
        URI project = office.project(PROJECT);
        Seen asked = office.person().open(office.person().open(project).link("Refund"));
        office.person()
                .submit(asked.form("form:has([name=reason])")
                        .with("how", "part")
                        .with("amount", "100.00"));
        office.seesOn(project, "Partly refunded");

        assertThat(stripe.list("refunds?limit=100")).hasSize(1);
        assertThat(stripe.list("refunds").path(0).path("amount").asLong()).isEqualTo(10_000);
    }

    /** A project is closed while its customer stands before the hosted page: its session ends once, nobody is charged. */
    private static void closeWhilePaying(LossyStripe stripe) {
        Walk office = stripe.office();
        int charges = stripe.list("charges?limit=100").size();
        URI project = office.project(PROJECT);
        Seen hosted = atTheHostedPage(office, project, "20");
        office.person()
                .submit(office.person().open(URI.create(project + "/close")).form("form[action$=close]"));
        Eventually.so(
                "an expired session",
                LossyStripe.PATIENCE,
                () -> !stripe.list("checkout/sessions?status=expired").isEmpty());
        office.seesOn(project, "Canceled");

        assertThat(office.person().open(hosted.address()).words()).doesNotContain("Card number");
        assertThat(stripe.list("checkout/sessions?status=open")).isEmpty();
        assertThat(stripe.list("events?type=checkout.session.expired")).hasSize(1);
        assertThat(stripe.list("charges?limit=100")).hasSize(charges);
    }
}
