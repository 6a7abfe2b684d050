package dev.quittance.crm.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.web.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class InvoicePdfTest {
    private static final String ADDRESS = "https://pay.example/pay/AbCdEfGhIjKlMnOpQrStUv";
    private static final int LETTER_WIDTH = 612;
    private static final int A4_WIDTH = 595;

    private final InvoicePdf pdf = new InvoicePdf(new Templates(), new Typefaces(FontFiles.none()));

    @Test
    void an_invoice_says_what_is_owed_and_where_to_pay_in_a_font_of_its_own() throws IOException {
        try (PDDocument document = read(paper(Locale.US, "Ada Morgan", "Roof", true))) {
            String text = text(document);
            assertThat(text)
                    .contains("INV-1042", "Ridgeline Roofing", "Ada Morgan", "Roof", "$1,500.00", "To pay", ADDRESS);
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(LETTER_WIDTH - 1f, LETTER_WIDTH + 1f);
            assertThat(page.getResources().getXObjectNames()).as("the code").isNotEmpty();
            int fonts = 0;
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                fonts++;
            }
            assertThat(fonts).isPositive();
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void a_german_customer_reads_german_on_a4_and_no_code_where_there_is_no_link() throws IOException {
        try (PDDocument document = read(paper(Locale.GERMANY, "Familie Claasen", "Dach", false))) {
            assertThat(text(document)).contains("Rechnung", "Zu zahlen").doesNotContain("https://");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(A4_WIDTH - 1f, A4_WIDTH + 1f);
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void what_no_font_has_is_a_box_that_is_seen_and_what_has_no_ink_is_left_out() throws IOException {
        List<String> odd = List.of(
                "=HYPERLINK(\"http://evil.example\",\"x\")",
                "<img src=http://127.0.0.1:1/x onerror=alert(1)>",
                "Zoë 李 🚿",
                "\u202egnihton\u202c",
                "a\r\nBcc: b@evil.example",
                "W".repeat(300));
        for (String words : odd) {
            try (PDDocument document = read(paper(Locale.US, words, words, true))) {
                String text = text(document);
                assertThat(text).as(words).contains("INV-1042", "To pay").doesNotContain("\u202e");
            }
        }
        try (PDDocument document = read(paper(Locale.US, "Zoë 李 🚿", "<img src=x onerror=y>", true))) {
            assertThat(text(document)).contains("Zoë □ □", "<img src=x onerror=y>");
        }
        try (PDDocument document = read(paper(Locale.US, "abc\u202edef\u202cghi", "Roof", true))) {
            assertThat(text(document)).contains("For abcdefghi");
        }
    }

    private PDDocument read(InvoicePaper paper) throws IOException {
        return Loader.loadPDF(pdf.write(paper));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    /** A paper for one customer and one line. */
    static InvoicePaper paper(Locale locale, String customer, String work, boolean link) {
        Words words = Words.of(locale);
        return new InvoicePaper(
                words,
                "INV-1042",
                new InvoicePaper.Business("Ridgeline Roofing", "office@ridgeline.example", "+1 303 555 0142"),
                customer,
                work,
                "",
                List.of(new InvoicePaper.Fact(words.say("due"), "Nov 30, 2026")),
                List.of(new InvoicePaper.Line(work, "1", "$1,500.00", "0 %", "$1,500.00")),
                List.of(
                        new InvoicePaper.Fact(words.say("total"), "$1,500.00"),
                        new InvoicePaper.Fact(words.say("toPay"), "$1,500.00")),
                link
                        ? Optional.of(new InvoicePaper.PayLink("Pay this invoice", ADDRESS, "$1,500.00"))
                        : Optional.empty());
    }
}
