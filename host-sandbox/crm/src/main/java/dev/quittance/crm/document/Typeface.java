package dev.quittance.crm.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font, read once for many documents. Not thread-safe: {@link Typefaces} lets one document at a time use it. */
final class Typeface {
    /** What a font's maker forbids: to embed it at all, to embed a part of it, to embed its outlines. */
    private static final int FORBIDDEN = 0x0002 | 0x0100 | 0x0200;

    private final TrueTypeFont font;
    private final CmapLookup signs;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.signs = font.getUnicodeCmapLookup();
    }

    /** The font in this stream, which is read to its end. */
    static Typeface read(InputStream bytes) throws IOException {
        return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
    }

    /**
     * The font in this file, or the first of several.
     *
     * @throws IOException if there is none that a document may carry a part of
     */
    static Typeface read(Path file) throws IOException {
        boolean several = file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
        TrueTypeFont font = several ? first(file) : new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        OS2WindowsMetricsTable rights = font.getOS2Windows();
        boolean forbidden = rights != null && (rights.getFsType() & FORBIDDEN) != 0;
        if (forbidden || !font.getTableMap().containsKey("glyf")) {
            font.close();
            throw new IOException("no outlines that a document may carry");
        }
        return new Typeface(font);
    }

    /** The collection stays open: its fonts read from it. */
    private static TrueTypeFont first(Path file) throws IOException {
        AtomicReference<TrueTypeFont> first = new AtomicReference<>();
        new TrueTypeCollection(file.toFile()).processAllFonts(each -> first.compareAndSet(null, each));
        TrueTypeFont font = first.get();
        if (font == null) {
            throw new IOException("an empty collection");
        }
        return font;
    }

    boolean has(int point) {
        return signs.getGlyphId(point) > 0;
    }

    /** The font for this document, of which only what is used goes into it. */
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }
}
