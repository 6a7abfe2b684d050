package dev.quittance.crm.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Text as a font can print it. A sign that it does not have, and one that would turn the direction of what follows, becomes a box that
 * people see, so that nothing goes missing without a trace. Thread-safe.
 */
final class PrintableText {
    private static final int BOX = 0x25A1;

    private final CmapLookup signs;

    private PrintableText(CmapLookup signs) {
        this.signs = signs;
    }

    static PrintableText of(Supplier<InputStream> font) {
        try (InputStream bytes = font.get();
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            return new PrintableText(parsed.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cleans every text of a page. */
    void clean(Document page) {
        page.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(clean(text.getWholeText()));
            }
        });
    }

    String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(point -> clean.appendCodePoint(isPrintable(point) ? point : BOX));
        return clean.toString();
    }

    private boolean isPrintable(int point) {
        if (Character.isWhitespace(point)) {
            return true;
        }
        return Character.getType(point) != Character.FORMAT && signs.getGlyphId(point) > 0;
    }
}
