package dev.quittance.crm.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.web.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in any script can be read on an invoice, with the fonts of a folder. */
final class InvoiceScriptsIT {
    /** Parts of fonts: only the signs of these tests. */
    private static final Path FONTS = Path.of("src/test/fonts");

    private final Templates templates = new Templates();

    @ParameterizedTest
    @CsvSource({
        "Zoë 李 🚿, Zoë 李 🚿",
        "屋頂工事 日本語やね, 屋頂工事 日本語やね",
        "👷🏠, 👷🏠",
        "שלום עולם, שלום עולם",
        "مرحبا, مرحبا",
        "abc\u202edef\u202cghi, abcdefghi",
        "\u202egnihton, gnihton",
        "🚿\ufe0f, 🚿"
    })
    void a_name_is_printed_with_signs_that_a_font_has_and_can_be_copied_out_again(String name, String read)
            throws IOException {
        try (PDDocument document = print(FONTS, name)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("For " + read)
                    .doesNotContain("□");
            PrintedSigns printed = PrintedSigns.of(document);
            assertThat(printed.absent())
                    .as("signs that their font does not have")
                    .isEmpty();
            assertThat(printed.blank()).as("signs without ink").isEmpty();
            assertThat(printed.frames()).as("signs that look like boxes").isEmpty();
            assertThat(printed.count()).isGreaterThan(100);
        }
    }

    @Test
    void a_machine_without_such_fonts_prints_a_box_for_each_sign() throws IOException {
        try (PDDocument document = print(Path.of("no", "such", "folder"), "Zoë 李 🚿")) {
            assertThat(new PDFTextStripper().getText(document)).contains("For Zoë □ □");
            PrintedSigns printed = PrintedSigns.of(document);
            assertThat(printed.absent()).isEmpty();
            assertThat(printed.frames())
                    .as("two for the customer, two for the line, two for the project")
                    .hasSize(6);
        }
    }

    @Test
    void files_that_are_no_fonts_keep_nobody_from_printing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.ttf"), "no font at all");
        Files.write(folder.resolve("b.ttf"), new byte[4096]);
        Files.writeString(folder.resolve("c.ttc"), "ttcf but broken");
        byte[] cut = Files.readAllBytes(FONTS.resolve("cjk.ttf"));
        Files.write(folder.resolve("d.ttf"), java.util.Arrays.copyOf(cut, cut.length / 2));
        Files.copy(FONTS.resolve("cjk.ttf"), folder.resolve("e.ttf"));
        try (PDDocument document = print(folder, "Zoë 李 🚿")) {
            assertThat(new PDFTextStripper().getText(document)).contains("For Zoë 李 □");
        }
    }

    @Test
    void a_font_goes_into_a_document_only_where_it_is_needed() throws IOException {
        InvoicePdf pdf = pdf(FONTS);
        for (String name : List.of("Zoë 李 🚿", "Ada Morgan", "Zoë 李")) {
            try (PDDocument document = Loader.loadPDF(pdf.write(InvoicePdfTest.paper(Locale.US, name, name, true)))) {
                PrintedSigns printed = PrintedSigns.of(document);
                assertThat(printed.fonts())
                        .as(name)
                        .hasSize(name.contains("🚿") ? 3 : name.contains("李") ? 2 : 1)
                        .allMatch(font -> font.matches("[A-Z]{6}\\+.*"));
            }
        }
    }

    private PDDocument print(Path fonts, String name) throws IOException {
        return Loader.loadPDF(pdf(fonts).write(InvoicePdfTest.paper(Locale.US, name, name, true)));
    }

    private InvoicePdf pdf(Path fonts) {
        return new InvoicePdf(templates, new Typefaces(FontFiles.only(fonts)));
    }
}
