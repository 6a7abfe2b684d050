package dev.quittance.crm.document;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Looks whether a document can be read by people who do not see it, by the rules of PDF/UA-1 as veraPDF knows them. */
public final class PdfUa {
    private PdfUa() {}

    /** What is wrong with it; empty if nothing is. */
    public static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            return faults(parser);
        }
    }

    private static List<String> faults(PDFAParser parser) throws VeraPDFException {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false);
        ValidationResult result = validator.validate(parser);
        if (result.isCompliant() && result.getTotalAssertions() == 0) {
            return List.of("nothing was looked at");
        }
        return result.getTestAssertions().stream()
                .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
                .distinct()
                .toList();
    }
}
