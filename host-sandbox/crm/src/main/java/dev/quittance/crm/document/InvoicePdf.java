package dev.quittance.crm.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.quittance.crm.web.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Makes an invoice into PDF: tagged, in a font that it carries within, Letter where people use that and A4 elsewhere. Nothing is fetched
 * from anywhere while it is made. What the font has no sign for becomes a visible box. Thread-safe.
 */
public final class InvoicePdf {
    /** A font of the library's that it embeds itself for documents without one. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String FONT_NAME = "Liberation Sans";
    /** Countries that use Letter. */
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "CL", "CO", "VE", "PH", "GT", "CR", "PA", "PR");

    /** All that a page may contain beside its own words. */
    private static final String PICTURE = "data:image/png;base64,";

    private final Templates templates;

    /** Read when the first document is made: most runs of a sandbox make none. */
    private static final class Printable {
        static final PrintableText BY_FONT = PrintableText.of(InvoicePdf::font);
    }

    /** Takes the page from these templates. */
    public InvoicePdf(Templates templates) {
        this.templates = templates;
        // It writes to the error output otherwise, and names addresses there that are keys.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * What the template is given.
     *
     * @param paper the invoice
     * @param size of the page, as style sheets name it
     * @param code the pay link as a picture, as a data address; empty where there is none
     */
    public record Sheet(InvoicePaper paper, String size, Optional<String> code) {
        /** The style sheet's words about the page. */
        public String pageRule() {
            return "@page { size: " + size + "; margin: 20mm; }";
        }
    }

    /** The invoice as PDF. */
    public byte[] write(InvoicePaper paper) {
        String size = LETTER.contains(paper.locale().getCountry()) ? "letter" : "a4";
        Optional<String> code =
                paper.link().map(link -> PICTURE + Base64.getEncoder().encodeToString(QrPicture.png(link.address())));
        Document html = Jsoup.parse(templates.render("invoicepaper", new Sheet(paper, size, code)));
        Printable.BY_FONT.clean(html);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withW3cDocument(new W3CDom().fromJsoup(html), null);
            builder.useFont(InvoicePdf::font, FONT_NAME);
            builder.usePdfUaAccessibility(true);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith(PICTURE),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Quittance sandbox");
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("the font of documents is missing: " + FONT);
        }
        return font;
    }
}
