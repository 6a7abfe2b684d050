package dev.quittance.crm.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.web.Templates;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invoice can be read by somebody who does not see it. */
final class PdfUaIT {
    private final InvoicePdf pdf =
            new InvoicePdf(new Templates(), new Typefaces(FontFiles.only(Path.of("src/test/fonts"))));

    @ParameterizedTest
    @ValueSource(strings = {"Ada Morgan", "Zoë 李 🚿", "שלום עולם", "مرحبا", "abc\u202edef\u202cghi", "\uD83E\uDEC3"})
    void an_invoice_keeps_the_rules_whatever_script_it_is_in(String words) throws Exception {
        assertThat(PdfUa.faults(pdf.write(InvoicePdfTest.paper(Locale.US, words, words, true))))
                .isEmpty();
        assertThat(PdfUa.faults(pdf.write(InvoicePdfTest.paper(Locale.GERMANY, words, words, false))))
                .isEmpty();
    }

    @Test
    void a_hundred_lines_on_several_pages_keep_the_rules_too() throws Exception {
        InvoicePaper one = InvoicePdfTest.paper(Locale.US, "Ada Morgan", "Roof", true);
        InvoicePaper many = new InvoicePaper(
                one.words(),
                one.name(),
                one.business(),
                one.customer(),
                one.project(),
                one.notice(),
                one.facts(),
                Collections.nCopies(100, one.lines().get(0)),
                one.sums(),
                one.link());
        byte[] bytes = pdf.write(many);
        assertThat(PdfUa.faults(bytes)).isEmpty();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void a_document_without_tags_and_language_breaks_the_rules() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document =
                Loader.loadPDF(pdf.write(InvoicePdfTest.paper(Locale.US, "Ada Morgan", "Roof", true)))) {
            document.getDocumentCatalog().setLanguage(null);
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.save(bytes);
        }
        assertThat(PdfUa.faults(bytes.toByteArray())).isNotEmpty();
    }

    @Test
    void the_code_says_what_it_is_for_and_the_window_what_the_invoice_is_called() throws Exception {
        try (PDDocument document =
                Loader.loadPDF(pdf.write(InvoicePdfTest.paper(Locale.GERMANY, "Ada Morgan", "Dach", true)))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Rechnung INV-1042");
            List<PDStructureElement> figures = new ArrayList<>();
            collect(catalog.getStructureTreeRoot(), "Figure", figures);
            assertThat(figures)
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly("Pay this invoice");
            List<PDStructureElement> headings = new ArrayList<>();
            collect(catalog.getStructureTreeRoot(), "H1", headings);
            assertThat(headings).hasSize(1);
        }
    }

    private static void collect(PDStructureNode node, String kind, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(kind)) {
                    found.add(element);
                }
                collect(element, kind, found);
            }
        }
    }
}
