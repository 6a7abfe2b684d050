package dev.quittance.crm.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The signs of the first page of a document as its own fonts draw them. Not thread-safe. */
final class PrintedSigns extends PDFTextStripper {
    /** Pixels of a point. */
    private static final int SCALE = 8;

    private static final int DARK = 160;
    /** The first of the scripts whose every sign has strokes in its middle. */
    private static final int FULL = 0x2E80;

    private static final int BOX = 0x25A1;

    private final BufferedImage page;
    private final List<String> absent = new ArrayList<>();
    private final List<String> blank = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();
    private final Set<String> fonts = new TreeSet<>();
    private int count;

    private PrintedSigns(BufferedImage page) {
        this.page = page;
    }

    static PrintedSigns of(PDDocument document) throws IOException {
        PrintedSigns signs = new PrintedSigns(new PDFRenderer(document).renderImage(0, SCALE));
        signs.setEndPage(1);
        signs.getText(document);
        return signs;
    }

    /** Those that stand for a sign that the font does not have. */
    List<String> absent() {
        return absent;
    }

    /** Those that left no ink on the page. */
    List<String> blank() {
        return blank;
    }

    /** Those with ink around an empty middle. */
    List<String> frames() {
        return frames;
    }

    Set<String> fonts() {
        return fonts;
    }

    int count() {
        return count;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        fonts.add(font.getName());
        count++;
        if (!(font instanceof PDType0Font full) || !font.isEmbedded() || full.codeToGID(code) == 0) {
            absent.add(font.getName() + " " + code);
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        super.processTextPosition(text);
        String sign = text.getUnicode();
        if (sign.isBlank()) {
            return;
        }
        int left = Math.round(text.getXDirAdj() * SCALE);
        int right = Math.round((text.getXDirAdj() + text.getWidthDirAdj()) * SCALE);
        int base = Math.round(text.getYDirAdj() * SCALE);
        int height = Math.round(text.getFontSizeInPt() * SCALE);
        if (!ink(left, right, base - height, base + height / 4)) {
            blank.add(sign);
        }
        int quarter = (right - left) / 4;
        boolean full = sign.codePointAt(0) >= FULL && sign.codePointAt(0) < 0xFB00 || sign.codePointAt(0) > 0xFFFF;
        boolean middle = ink(left + quarter, right - quarter, base - height * 9 / 20, base - height / 5);
        if ((full || sign.codePointAt(0) == BOX) && !middle) {
            frames.add(sign);
        }
    }

    private boolean ink(int left, int right, int top, int bottom) {
        for (int y = Math.max(0, top); y < Math.min(bottom, page.getHeight()); y++) {
            for (int x = Math.max(0, left); x < Math.min(right, page.getWidth()); x++) {
                if ((page.getRGB(x, y) & 0xFF) < DARK) {
                    return true;
                }
            }
        }
        return false;
    }
}
