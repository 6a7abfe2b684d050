package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key and a card number go every way there is; then everything that could hold them is searched. */
final class SecretsStayIT {
    private static final String KEY = "sk_test_SENTINELq7Zt4Vw9Kc2Rm8Xy5Bn3";

    /** A connection that nothing goes over is closed after 5 s, and what it held goes with the next collection. */
    private static final Duration FORGETS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void neither_a_stripe_key_nor_a_card_number_nor_a_pay_link_is_found_where_it_must_not_be()
            throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        List<String> pages = new ArrayList<>();
        Needle key = new Needle("the key", KEY);
        List<Needle> cards = List.of(
                new Needle("the card number", Walk.GOOD_CARD),
                new Needle("the declined card's number", Walk.DECLINED_CARD));
        String token;
        try (LocalStripeProcess stripe = stripe();
                Sandbox sandbox = sandbox(data, stripe)) {
            token = drivenThroughEveryPath(sandbox, pages);
            Path heap = HeapDump.of(sandbox.pid(), folder);
            for (Needle card : cards) {
                assertThat(card.isIn(heap)).as("the heap holds " + card.what()).isFalse();
            }
            assertThat(new Needle("the business", "Ridgeline").isIn(heap))
                    .as("the search finds what is there")
                    .isTrue();
            assertThatHeapForgets(key, sandbox);
        }
        Path dump = folder.resolve("dump.sql");
        EmbeddedBooks.dump(data, dump);
        Path log = data.resolveSibling("data.log");
        for (Needle secret : Stream.concat(cards.stream(), Stream.of(key)).collect(Collectors.toList())) {
            assertThat(pages).as("pages hold " + secret.what()).noneMatch(secret::isIn);
            assertThat(places(secret, mails(data)))
                    .as("mails hold " + secret.what())
                    .isEmpty();
            assertThat(secret.isIn(dump))
                    .as("the database holds " + secret.what())
                    .isFalse();
            assertThat(secret.isIn(log)).as("the log holds " + secret.what()).isFalse();
        }
        Needle link = new Needle("the pay token", token);
        assertThat(link.isIn(dump)).as("the database holds " + link.what()).isFalse();
        assertThat(link.isIn(log)).as("the log holds " + link.what()).isFalse();
        assertThat(new Needle("the business", "Ridgeline").isIn(dump))
                .as("the search finds what is there")
                .isTrue();
    }

    @Test
    void the_key_of_a_local_stripe_that_the_sandbox_started_does_not_stay_in_memory_either() throws IOException {
        Path data = folder.resolve("own");
        try (Sandbox sandbox = Sandbox.start(data)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            office.requestShare(office.project("Ruiz roof"), "40");
            office.payAndReturn(office.clickPay(office.payLink(List.of())), Walk.GOOD_CARD);

            assertThatHeapForgets(new Needle("the local Stripe's key", keyOf(data)), sandbox);
        }
    }

    private void assertThatHeapForgets(Needle key, Sandbox sandbox) {
        Eventually.so("a heap without " + key.what(), FORGETS, () -> !key.isIn(HeapDump.of(sandbox.pid(), folder)));
    }

    private static String keyOf(Path data) throws IOException {
        String said = Files.readString(data.resolve("stripe").resolve("running.json"));
        Matcher key = Pattern.compile("sk_test_[A-Za-z0-9_]+").matcher(said);
        assertThat(key.find()).isTrue();
        return key.group();
    }

    private LocalStripeProcess stripe() {
        return LocalStripeProcess.start(
                folder.resolve("stripe"), "--port", "0", "--secret-key", KEY, "--account", "Ridgeline Roofing:US:usd");
    }

    private Sandbox sandbox(Path data, LocalStripeProcess stripe) throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key"), KEY + "\n");
        return Sandbox.start(data, "--stripe-url", stripe.url(), "--stripe-key-file", keyFile.toString());
    }

    /** Connects with the key, pays with both cards, looks at every page; gives the pay link's token. */
    private static String drivenThroughEveryPath(Sandbox sandbox, List<String> pages) {
        Walk admin = new Walk(sandbox);
        pages.add(admin.signIn(sandbox.login("admin", 0)).body());
        URI project = admin.project("Ruiz roof");
        pages.add(admin.requestShare(project, "40").body());
        URI payLink = admin.payLink(List.of());
        Seen declined = admin.payAndReturn(admin.clickPay(payLink), Walk.DECLINED_CARD);
        pages.add(admin.payAndReturn(declined, Walk.GOOD_CARD).body());
        admin.seesOn(project, "Paid");
        Eventually.so("a receipt", Walk.SOON, () -> admin.receipts() > 0);
        pages.add(admin.person().open(project).body());
        pages.add(admin.person()
                .open(sandbox.url(), "/x/stripe-payments/settings")
                .body());
        return payLink.getPath().substring("/pay/".length());
    }

    private static List<Path> places(Needle needle, List<Path> files) {
        return files.stream().filter(needle::isIn).collect(Collectors.toList());
    }

    private static List<Path> mails(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> mails =
                    files.filter(file -> file.toString().endsWith(".eml")).collect(Collectors.toList());
            assertThat(mails).isNotEmpty();
            return mails;
        }
    }
}
