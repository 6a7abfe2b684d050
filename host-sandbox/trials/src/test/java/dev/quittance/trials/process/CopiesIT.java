package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's database and folder are copied and started beside it, or put back from a backup: nobody's money moves twice. */
final class CopiesIT {
    private static final String KEY = "sk_test_copies0000000001";
    private static final String PROJECT = "Ruiz roof";
    private static final String ATTACH = "form:has([name=request])";
    private static final String HEALTH = "/x/stripe-payments/health";
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path clock() {
        return folder.resolve("clock");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_copy_beside_its_original_gives_nothing_back_and_tells_no_customer(boolean onServer) {
        try (LocalStripeProcess stripe = stripe();
                Backup backup = onServer ? Backup.onServer() : Backup.embedded()) {
            Path data = folder.resolve("original");
            Path copied = folder.resolve("copied");
            backup.make(data);
            String port = paidOriginal(stripe, backup, data);
            backup.copy(data, copied);

            try (Sandbox original = start(stripe, backup, data, "--port", port);
                    Sandbox copy = start(stripe, backup, copied)) {
                Walk here = signedIn(original, "office");
                Walk there = signedIn(copy, "office");

                assertThat(refund(there, "100.00").words())
                        .contains("Nothing was given back")
                        .contains("copy or a restored backup");
                assertThat(refund(here, "100.00").words()).contains("$100.00 was given back");
                assertThat(there.person().open(there.project(PROJECT)).words()).contains("Refunds wait");
                assertThat(stripes(stripe, "refunds").size()).isEqualTo(1);
                Eventually.so("the mail about the refund", Walk.SOON, () -> here.mailsWith("Refund of") == 1);
                assertThat(here.receipts()).isEqualTo(1);
                assertThat(there.receipts()).as("the one that was copied").isEqualTo(1);

                Walk admin = signedIn(copy, "admin");
                Seen answered = admin.person()
                        .submit(admin.person().open(copy.url(), HEALTH).form("form:contains(this is a copy)"));

                assertThat(answered.words()).contains("this is a copy");
                assertThat(admin.person()
                                .open(copy.url(), "/x/stripe-payments/settings")
                                .words())
                        .contains("not connected yet");
                assertThat(there.mailsWith("Refund of")).isZero();
                assertThat(refund(here, "50.00").words()).contains("$50.00 was given back");
                assertThat(stripes(stripe, "refunds").size()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_backup_that_was_put_back_catches_up_and_sends_nobody_a_second_receipt(boolean onServer) {
        try (LocalStripeProcess stripe = stripe();
                Backup backup = onServer ? Backup.onServer() : Backup.embedded()) {
            Path data = folder.resolve("original");
            Path aside = folder.resolve("aside");
            backup.make(data);
            start(stripe, backup, data).close();
            backup.copy(data, aside);
            String port = paidAndGivenBack(stripe, backup, data);
            backup.copy(aside, data);
            moveClock("PT3H");

            try (Sandbox restored = start(stripe, backup, data, "--port", port)) {
                Walk office = signedIn(restored, "office");
                Walk admin = signedIn(restored, "admin");
                String answer = caughtUp(admin, onServer);

                Seen answered = admin.person().submit(health(admin).form(answer));

                assertThat(answered.words()).contains("this is the installation");
                assertThat(health(admin).words()).doesNotContain("Noticed");
                assertThat(admin.person()
                                .open(restored.url(), "/x/stripe-payments/discrepancies")
                                .words())
                        .contains("6000.00", "At Stripe, not here");
                assertThat(office.receipts()).isZero();
                assertThat(stripes(stripe, "refunds").size()).isEqualTo(1);
                attached(office, admin, restored);
                assertThatNobodyIsThankedAgain(office, admin);
            }
        }
    }

    /** Waits until money is held and Stripe was looked through; gives the form that ends it. A database made anew is another place. */
    private String caughtUp(Walk admin, boolean onServer) {
        String answer = onServer ? "form:contains(It was moved)" : "form:contains(The data was restored)";
        Eventually.so("held", LONG, () -> health(admin).words().contains("Noticed"));
        moveClock("PT4H");
        Eventually.so(
                "caught up", LONG, () -> !health(admin).page().select(answer).isEmpty());
        return answer;
    }

    private static void assertThatNobodyIsThankedAgain(Walk office, Walk admin) {
        Eventually.so(
                "said that it is not sent again",
                Walk.SOON,
                () -> admin.open("/x/stripe-payments/undelivered").words().contains("may have been told before"));
        assertThat(office.receipts()).as("it went out of the lost books").isZero();
    }

    /** The office asks anew for what is missing, and an admin says that the money at Stripe is for that. */
    private static void attached(Walk office, Walk admin, Sandbox restored) {
        URI project = office.project(PROJECT);
        office.requestShare(project, "40");
        office.seesOn(project, "$6,000.00");
        Seen page = admin.person().open(restored.url(), "/x/stripe-payments/discrepancies");
        FilledForm form = page.form(ATTACH);
        Seen done = admin.person()
                .submit(form.with(
                                "which",
                                page.page()
                                        .select(ATTACH + " [name=which]")
                                        .get(0)
                                        .val())
                        .with(
                                "request",
                                page.page()
                                        .select(ATTACH + " [name=request]")
                                        .get(0)
                                        .val())
                        .with("reason", "restored from a backup"));
        assertThat(done.status()).isEqualTo(200);
        office.seesOn(project, "Paid");
    }

    private String paidOriginal(LocalStripeProcess stripe, Backup backup, Path data) {
        try (Sandbox original = start(stripe, backup, data)) {
            Walk office = signedIn(original, "office");
            pay(office);
            return original.port();
        }
    }

    private String paidAndGivenBack(LocalStripeProcess stripe, Backup backup, Path data) {
        try (Sandbox original = start(stripe, backup, data)) {
            Walk office = signedIn(original, "office");
            pay(office);
            assertThat(refund(office, "100.00").words()).contains("$100.00 was given back");
            Eventually.so("the mail about the refund", Walk.SOON, () -> office.mailsWith("Refund of") == 1);
            return original.port();
        }
    }

    private static void pay(Walk office) {
        URI project = office.project(PROJECT);
        office.requestShare(project, "40");
        assertThat(office.payAndReturn(office.clickPay(office.payLink(List.of())), Walk.GOOD_CARD)
                        .status())
                .isEqualTo(200);
        office.seesOn(project, "Paid");
        Eventually.so("the receipt", Walk.SOON, () -> office.receipts() == 1);
    }

    private static Seen refund(Walk office, String amount) {
        Seen form = office.person()
                .open(office.person().open(office.project(PROJECT)).link("Refund"));
        return office.person()
                .submit(form.form("form:has([name=amount])")
                        .with("how", "part")
                        .with("amount", amount)
                        .with("reason", "requested_by_customer"));
    }

    private static Seen health(Walk admin) {
        return admin.open(HEALTH);
    }

    private static Walk signedIn(Sandbox sandbox, String role) {
        Walk walk = new Walk(sandbox);
        walk.signIn(sandbox.login(role, 0));
        return walk;
    }

    private LocalStripeProcess stripe() {
        moveClock("P0D");
        return LocalStripeProcess.start(
                folder.resolve("stripe"),
                "--port",
                "0",
                "--secret-key",
                KEY,
                "--account",
                "Ridgeline Roofing:US:usd",
                "--clock-file",
                clock().toString());
    }

    private Sandbox start(LocalStripeProcess stripe, Backup backup, Path data, String... more) {
        try {
            Path key = Files.writeString(folder.resolve("key"), KEY);
            List<String> options = new ArrayList<>(List.of("--stripe-url", stripe.url(), "--stripe-key-file"));
            options.addAll(List.of(key.toString(), "--clock-file", clock().toString()));
            options.addAll(backup.options(data));
            options.addAll(List.of(more));
            return Sandbox.start(data, options.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moveClock(String by) {
        try {
            Path written = Files.writeString(clock(), by);
            assert written.equals(clock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode stripes(LocalStripeProcess stripe, String what) {
        URI address = URI.create(stripe.url()).resolve("/v1/" + what);
        try {
            return JSON.readTree(new Person().askWithKey(address, KEY).body()).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
