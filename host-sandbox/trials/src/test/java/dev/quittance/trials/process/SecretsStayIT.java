package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key and a card number go every way there is; then everything that could hold them is searched. */
final class SecretsStayIT {
    private static final String KEY = "sk_test_SENTINELq7Zt4Vw9Kc2Rm8Xy5Bn3";

    @TempDir
    private Path folder;

    @Test
    void neither_a_stripe_key_nor_a_card_number_nor_a_pay_link_is_found_where_it_must_not_be()
            throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        Path heap = folder.resolve("heap.hprof");
        List<String> pages = new ArrayList<>();
        String token = drivenThroughEveryPath(data, heap, pages);
        Path dump = folder.resolve("dump.sql");
        EmbeddedBooks.dump(data, dump);
        Path log = data.resolveSibling("data.log");
        Needle key = new Needle("the key", KEY);
        List<Needle> cards = List.of(
                new Needle("the card number", Walk.GOOD_CARD),
                new Needle("the declined card's number", Walk.DECLINED_CARD));

        for (Needle card : cards) {
            assertThat(card.isIn(heap)).as("the heap holds " + card.what()).isFalse();
        }
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
        assertThat(new Needle("the business", "Ridgeline").isIn(heap))
                .as("the search finds what is there")
                .isTrue();
        assertThat(new Needle("the business", "Ridgeline").isIn(dump))
                .as("the search finds what is there")
                .isTrue();
    }

    /** Connects with the key, pays with both cards, looks at every page, dumps the heap; gives the pay link's token. */
    private String drivenThroughEveryPath(Path data, Path heap, List<String> pages)
            throws IOException, InterruptedException {
        Path keyFile = Files.writeString(folder.resolve("key"), KEY + "\n");
        try (LocalStripeProcess stripe = LocalStripeProcess.start(
                        folder.resolve("stripe"),
                        "--port",
                        "0",
                        "--secret-key",
                        KEY,
                        "--account",
                        "Ridgeline Roofing:US:usd");
                Sandbox sandbox =
                        Sandbox.start(data, "--stripe-url", stripe.url(), "--stripe-key-file", keyFile.toString())) {
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
            dumpHeap(sandbox.pid(), heap);
            return payLink.getPath().substring("/pay/".length());
        }
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

    /** Live objects only: what is garbage is gone before the dump. */
    private static void dumpHeap(long pid, Path heap) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", heap.toString())
                .redirectErrorStream(true)
                .redirectOutput(heap.resolveSibling("jcmd.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(heap).exists();
    }
}
