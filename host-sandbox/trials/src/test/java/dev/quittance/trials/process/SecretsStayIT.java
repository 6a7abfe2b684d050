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
        Path keyFile = Files.writeString(folder.resolve("key"), KEY + "\n");
        List<String> seen = new ArrayList<>();
        Path heap = folder.resolve("heap.hprof");
        String token;
        Path log;
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
            Walk office = new Walk(sandbox);
            seen.add(office.signIn(sandbox.login("admin", 0)).body());
            URI project = office.projects().get(0);
            seen.add(office.requestShare(project, "40").body());
            URI payLink = office.payLink(List.of());
            token = payLink.getPath().substring("/pay/".length());
            Seen hostedPage = office.clickPay(payLink);
            hostedPage = office.payAndReturn(hostedPage, Walk.DECLINED_CARD);
            seen.add(office.payAndReturn(hostedPage, Walk.GOOD_CARD).body());
            office.seesOn(project, "Paid");
            Eventually.so("a receipt", Walk.SOON, () -> office.receipts() > 0);
            seen.add(office.person().open(project).body());
            seen.add(office.person()
                    .open(sandbox.url(), "/x/stripe-payments/settings")
                    .body());
            jcmd(sandbox.pid(), heap);
            log = sandbox.log();
        }
        Path dump = folder.resolve("dump.sql");
        EmbeddedBooks.dump(data, dump);
        Needle key = new Needle("the key", KEY);
        Needle card = new Needle("the card number", Walk.GOOD_CARD);
        Needle declined = new Needle("the declined card's number", Walk.DECLINED_CARD);
        Needle link = new Needle("the pay token", token);

        for (Needle needle : List.of(key, card, declined)) {
            assertThat(seen).as("pages hold " + needle.what()).noneMatch(needle::isIn);
            assertThat(places(needle, mails(data)))
                    .as("mails hold " + needle.what())
                    .isEmpty();
            assertThat(needle.isIn(heap)).as("the heap holds " + needle.what()).isFalse();
        }
        for (Needle needle : List.of(key, card, declined, link)) {
            assertThat(needle.isIn(dump))
                    .as("the database holds " + needle.what())
                    .isFalse();
            assertThat(needle.isIn(log)).as("the log holds " + needle.what()).isFalse();
        }
        assertThat(new Needle("the project list", "Ridgeline").isIn(heap))
                .as("the search finds what is there")
                .isTrue();
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
    private static void jcmd(long pid, Path heap) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", heap.toString())
                .redirectErrorStream(true)
                .redirectOutput(heap.resolveSibling("jcmd.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(heap).exists();
    }
}
