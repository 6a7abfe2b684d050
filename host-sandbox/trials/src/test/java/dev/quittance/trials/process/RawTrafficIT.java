package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every byte of a card payment between browser and CRM, CRM and Stripe (both ways), and every mail as it arrived. The number is on
 * one connection alone: the one on which the browser sends it to the hosted page.
 */
final class RawTrafficIT {
    private static final String KEY = "sk_test_RawTrafficKey4711Aa00";
    /** One that no page shows as an example. */
    private static final String NUMBER = "4000056655665556";

    private static final Pattern CARD = Pattern.compile(String.join("(?: |-|\\+|%20)?", NUMBER.split("")));
    private static final Pattern REQUEST = Pattern.compile("(?m)^(GET|POST|DELETE|PUT|HEAD) (\\S+) HTTP/1\\.1\\r?$");

    @Test
    void the_card_number_goes_from_the_browser_to_the_hosted_page_and_nowhere_else(@TempDir Path folder)
            throws IOException {
        int crmPort = Recorder.freePort();
        int stripePort = Recorder.freePort();
        Path data = folder.resolve("data");
        Path key = Files.writeString(folder.resolve("key"), KEY);
        try (Recorder toCrm = Recorder.before(crmPort);
                Recorder toStripe = Recorder.before(stripePort);
                LocalStripeProcess stripe = stripe(folder, stripePort, toStripe.url());
                Sandbox sandbox = Sandbox.start(
                        data,
                        "--port",
                        String.valueOf(crmPort),
                        "--public-url",
                        toCrm.url().toString(),
                        "--stripe-url",
                        toStripe.url().toString(),
                        "--stripe-key-file",
                        key.toString())) {
            assertThat(stripe.url()).isEqualTo(toStripe.url().toString());
            pay(sandbox);

            List<Recorder.Conversation> withCard = toStripe.conversations().stream()
                    .filter(one -> hasCard(one.whole()))
                    .collect(Collectors.toList());
            assertThat(withCard).as("the browser's with the hosted page").hasSize(1);
            assertThat(paths(withCard.get(0))).contains("POST /c/pay/").doesNotContain(" /v1/");
            assertThat(withCard.get(0).whole()).doesNotContain("Authorization:");
            assertThat(withCard.get(0).answered()).doesNotContainPattern(CARD);
            assertThat(toCrm.conversations())
                    .allSatisfy(one -> assertThat(hasCard(one.whole())).isFalse());
            assertThatAllWasHeard(toCrm, toStripe);
            assertThatNoMailHasIt(data.resolve("inbox"));
        }
    }

    @Test
    void a_card_number_would_be_found_however_it_is_written() {
        assertThat(Stream.of(
                        "4000056655665556", "4000 0566 5566 5556", "4000+0566+5566+5556", "4000%200566%205566%205556"))
                .allSatisfy(text -> assertThat(hasCard("x=" + text + "&")).isTrue());
        assertThat(hasCard("5556")).isFalse();
    }

    private static LocalStripeProcess stripe(Path folder, int port, URI origin) {
        return LocalStripeProcess.start(
                folder.resolve("stripe"),
                "--port",
                String.valueOf(port),
                "--origin",
                origin.toString(),
                "--secret-key",
                KEY,
                "--account",
                "Ridgeline Roofing:US:usd");
    }

    private static void pay(Sandbox sandbox) {
        Walk office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
        URI project = office.project("Ruiz roof");
        office.requestShare(project, "40");
        office.payAndReturn(office.clickPay(office.payLink(List.of())), NUMBER);
        office.seesOn(project, "Paid");
        Eventually.so("a receipt in the inbox", Walk.SOON, () -> office.receipts() == 1);
    }

    /** Otherwise the search would have looked at nothing. */
    private static void assertThatAllWasHeard(Recorder toCrm, Recorder toStripe) {
        String crm = whole(toCrm);
        String stripe = whole(toStripe);
        assertThat(crm)
                .contains("POST /sign-in HTTP", "POST /pay/", "POST /webhooks/", "checkout.session.completed", "5556")
                .doesNotContainIgnoringCase("content-encoding:");
        assertThat(stripe)
                .contains("Authorization: Bearer " + KEY, "POST /v1/checkout/sessions", "POST /c/pay/")
                .doesNotContainIgnoringCase("content-encoding:");
    }

    private static void assertThatNoMailHasIt(Path inbox) throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            List<Path> mails = files.filter(Files::isRegularFile).collect(Collectors.toList());
            assertThat(mails).hasSizeGreaterThanOrEqualTo(2);
            for (Path mail : mails) {
                assertThat(hasCard(Files.readString(mail, StandardCharsets.ISO_8859_1)))
                        .as(mail.getFileName().toString())
                        .isFalse();
            }
        }
    }

    private static boolean hasCard(String text) {
        return CARD.matcher(text).find();
    }

    private static String whole(Recorder recorder) {
        return recorder.conversations().stream()
                .map(Recorder.Conversation::whole)
                .collect(Collectors.joining("\n"));
    }

    private static String paths(Recorder.Conversation conversation) {
        Matcher requests = REQUEST.matcher(conversation.asked());
        return requests.results()
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.joining("\n"));
    }
}
