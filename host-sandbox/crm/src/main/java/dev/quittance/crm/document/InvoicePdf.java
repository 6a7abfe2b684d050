package dev.quittance.crm.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.quittance.crm.web.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * Makes an invoice into PDF: tagged, in fonts of which it carries what it needs, Letter where people use that and A4 elsewhere. Nothing is
 * fetched from anywhere while it is made. What no font has a sign for becomes a visible box. Thread-safe.
 */
public final class InvoicePdf {
    /** Numbered, the one that is preferred first. */
    private static final String FONT_NAME = "face";

    private static final int REGULAR = 400;
    /** Countries that use Letter. */
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "CL", "CO", "VE", "PH", "GT", "CR", "PA", "PR");

    /** All that a page may contain beside its own words. */
    private static final String PICTURE = "data:image/png;base64,";

    private final Templates templates;

    private final Typefaces typefaces;

    /** Takes the page from these templates, and prints it with these fonts. */
    public InvoicePdf(Templates templates, Typefaces typefaces) {
        this.templates = templates;
        this.typefaces = typefaces;
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
        try {
            return typefaces.print(PrintableText.signs(html), faces -> print(html, faces));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] print(Document html, List<Typeface> faces) throws IOException {
        PrintableText.clean(html, point -> faces.stream().anyMatch(face -> face.has(point)));
        style(html, faces.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.withW3cDocument(new W3CDom().fromJsoup(html), null);
            for (int i = 0; i < faces.size(); i++) {
                PDFontSupplier font = new PDFontSupplier(faces.get(i).in(document));
                builder.useFont(font, FONT_NAME + i, REGULAR, FontStyle.NORMAL, true);
            }
            builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
            builder.useUnicodeBidiReorderer(new RightToLeft());
            builder.defaultTextDirection(TextDirection.LTR);
            builder.usePdfUaAccessibility(true);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith(PICTURE),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Quittance sandbox");
            builder.toStream(bytes);
            builder.run();
        }
        return bytes.toByteArray();
    }

    /** Each sign is printed with the first font that has it. */
    private static void style(Document html, int faces) {
        String names = IntStream.range(0, faces).mapToObj(i -> FONT_NAME + i).collect(Collectors.joining(", "));
        html.head().appendElement("style").appendChild(new DataNode("body { font-family: " + names + "; }"));
    }
}
