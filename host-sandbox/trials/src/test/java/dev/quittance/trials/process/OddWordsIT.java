package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and descriptions nobody thought of stay words wherever they are shown, or are refused with a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OddWordsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** White space, where lines break, and marks without ink. */
    private static final Pattern UNPRINTED = Pattern.compile("[\\s\\p{Cf}]+");

    /** Parts of fonts with the signs of these words. */
    private static final String FONTS = "../crm/src/test/fonts";

    private static final String REST = "/api/plugins/stripe-payments/payment_requests?record_object=project&record_id=";

    private Sandbox sandbox;
    private Walk office;
    private int mails;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"), "--fonts", FONTS);
        office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    static List<String> odd() {
        return List.of(
                "=HYPERLINK(\"http://evil\")",
                "<img src=x onerror=alert(1)>",
                "Zoë 李 🚿",
                "abc\u202Edef\u202Cghi",
                "שלום עולם",
                "Eve\r\nBcc: eve@example.com",
                "x".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void odd_words_survive_from_the_client_to_the_receipt_or_are_refused_with_a_reason(String odd) throws IOException {
        mails++;
        String recipient = "odd" + mails + "@example.com";
        URI client = client(odd, recipient);
        URI project = project(odd, client);

        String asked = request(project, odd, recipient);

        URI letter = letter(recipient, "Payment request");
        assertThatMailIsClean(letter, recipient);
        assertThatShows(office.person().open(letter), asked, "mail");
        URI link = URI.create(
                office.person().open(letter).page().select("a[href*='/pay/']").attr("href"));
        assertThatShows(office.person().open(link), asked, "pay page");
        Seen hosted = office.clickPay(link);
        assertThatShows(hosted, asked, "hosted page");
        office.payAndReturn(hosted, Walk.GOOD_CARD);
        URI receipt = letter(recipient, "Receipt");
        assertThatMailIsClean(receipt, recipient);
        assertThatShows(office.person().open(receipt), asked, "receipt");
        assertThatShows(office.person().open(project), asked, "project");
        String id = project.getPath().substring("/project/".length());
        Seen json = office.person().ask(sandbox.url().resolve(REST + id), "application/json");
        JsonNode listed = JSON.readTree(json.body()).path("data").path(0);
        assertThat(listed.path("description").asText()).isEqualTo(asked);
        assertThat(listed.path("recipient").path("name").asText()).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void odd_words_on_an_invoice_are_words_on_its_page_its_mail_and_its_pdf(String odd) throws IOException {
        mails++;
        String recipient = "bill" + mails + "@example.com";
        URI client = client(odd, recipient);
        URI invoice = invoice(client, odd);

        assertThatShows(office.person().open(invoice), odd, "invoice");
        Seen sent = office.person().submit(office.person().open(invoice).form("form[action$='/send']"));
        assertThat(sent.status()).isEqualTo(200);
        URI letter = letter(recipient, "Invoice");
        assertThatMailIsClean(letter, recipient);
        assertThatShows(office.person().open(letter), odd, "invoice mail");
        String pdf = pdf(URI.create(invoice + "/pdf"));
        assertThat(printed(pdf)).contains(printed(odd));
    }

    private URI client(String name, String email) {
        Seen made = office.person()
                .submit(office.person()
                        .open(sandbox.url(), "/clients/new")
                        .form("form:has([name=email])")
                        .with("name", name)
                        .with("email", email));
        assertThat(made.status()).as(made.words()).isEqualTo(200);
        assertThat(made.page().select("h1").text()).isEqualTo(folded(name));
        assertThatShows(made, name, "client");
        return bare(made.address());
    }

    private URI project(String name, URI client) {
        Seen made = office.person()
                .submit(office.person()
                        .open(sandbox.url(), "/projects/new")
                        .form("form:has([name=total])")
                        .with("client", client.getPath().substring("/client/".length()))
                        .with("name", name)
                        .with("total", "500.00"));
        assertThat(made.status()).as(made.words()).isEqualTo(200);
        assertThatShows(made, name, "project");
        return bare(made.address());
    }

    private URI invoice(URI client, String words) {
        Seen made = office.person()
                .submit(office.person()
                        .open(sandbox.url(), "/invoices/new")
                        .form("form:has([name=description_1])")
                        .with("do", "save")
                        .with("client", client.getPath().substring("/client/".length()))
                        .with("description_1", words)
                        .with("quantity_1", "1")
                        .with("price_1", "80.00"));
        assertThat(made.status()).as(made.words()).isEqualTo(200);
        URI invoice = bare(made.address());
        office.person().submit(made.form("form[action$='/issue']"));
        return invoice;
    }

    /** Asks with these words; where they are refused, says why and asks with as much of them as is taken. Gives what was taken. */
    private String request(URI project, String words, String recipient) {
        FilledForm form = office.requestForm(project)
                .with("type", "custom")
                .with("percent", "")
                .with("amount", "90.00")
                .with("description", words)
                .with("recipientName", words)
                .with("recipientEmail", recipient);
        Seen answer = office.person().submit(form);
        if (answer.status() == 200) {
            return words;
        }
        assertThat(words).as("refused").matches("(?s).*\\n.*|.{201,}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains("to one line");
        assertThat(answer.page().select("[aria-invalid=true]").eachAttr("name"))
                .contains("description", "recipientName");
        assertThat(answer.page().select("[onerror]")).isEmpty();
        String fits = words.replaceAll("\\s+", " ");
        String taken = fits.substring(0, Math.min(100, fits.length()));
        Seen again = office.person().submit(form.with("description", taken).with("recipientName", taken));
        assertThat(again.status()).as(again.words()).isEqualTo(200);
        return taken;
    }

    private URI letter(String recipient, String subject) {
        return Eventually.get(
                subject + " to " + recipient,
                Walk.SOON,
                () -> office.person().open(sandbox.url(), "/inbox").page().select("tr").stream()
                        .filter(row ->
                                row.text().contains(recipient) && row.text().contains(subject))
                        .map((Element row) -> URI.create(row.select("a[href*=/inbox/]")
                                .eachAttr("abs:href")
                                .get(0)))
                        .findFirst());
    }

    private void assertThatMailIsClean(URI letter, String recipient) {
        String source =
                office.person().open(URI.create(letter + "/source")).body().replace("\r\n", "\n");
        List<String> headers = source.substring(0, source.indexOf("\n\n"))
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        assertThat(headers.stream().filter(line -> line.startsWith("to:"))).hasSize(1);
        assertThat(headers.stream().filter(line -> line.startsWith("subject:"))).hasSize(1);
        assertThat(headers).noneMatch(line -> line.startsWith("bcc:") || line.startsWith("cc:"));
        assertThat(headers).allMatch(line -> line.matches("[a-z0-9-]+:.*"));
        assertThat(source.substring(0, source.indexOf("\n\n"))).contains(recipient);
        assertThat(source).doesNotContain("eve@example.com>");
        assertThat(office.person()
                        .open(letter)
                        .page()
                        .select("dt:contains(To) + dd")
                        .text())
                .isEqualTo(recipient);
        Seen html = office.person().open(URI.create(letter + "/html"));
        assertThat(html.page().select("[onerror], script")).isEmpty();
    }

    /** The words are there as words, and have made no element. */
    private static void assertThatShows(Seen seen, String words, String where) {
        assertThat(seen.status()).as(where).isEqualTo(200);
        assertThat(folded(seen.words())).as(where).contains(folded(words));
        assertThat(seen.page().select("[onerror], img[src=x]")).as(where).isEmpty();
    }

    private String pdf(URI address) throws IOException {
        HttpResponse<InputStream> answer = office.person().download(address);
        try (InputStream body = answer.body();
                PDDocument document = Loader.loadPDF(body.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String printed(String text) {
        return UNPRINTED.matcher(text).replaceAll("");
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s\\u2066-\\u2069]+", " ").strip();
    }

    private static URI bare(URI address) {
        return URI.create(address.toString().replaceAll("[?#].*", ""));
    }
}
