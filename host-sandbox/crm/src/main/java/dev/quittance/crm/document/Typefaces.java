package dev.quittance.crm.document;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of documents: one for Latin, Greek, Cyrillic and Hebrew that is always there, and for signs that it lacks those that the
 * machine has. Nothing is read before the first document, and no font of the machine before a document needs it; one that was read is
 * kept while memory lasts. Thread-safe: one document is made at a time.
 */
public final class Typefaces {
    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);
    /** Comes with the library that writes PDF. */
    private static final String BASE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final FontFiles files;
    private final Map<Path, BitSet> unusable = new HashMap<>();
    private final Map<Path, SoftReference<Typeface>> read = new HashMap<>();
    private @Nullable Typeface base;
    private @Nullable List<Path> listed;

    /** Makes a document from fonts that it can have for itself meanwhile. */
    interface Press {
        byte[] print(List<Typeface> faces) throws IOException;
    }

    Typefaces(FontFiles files) {
        this.files = files;
    }

    /** Those of the machine; those in this folder, if one is given, are preferred. */
    public static Typefaces with(Optional<Path> folder) {
        return new Typefaces(FontFiles.of(folder));
    }

    /**
     * Prints with the fonts that these signs need, the one to be preferred first.
     *
     * @throws IOException if the document cannot be made
     */
    synchronized byte[] print(Set<Integer> signs, Press press) throws IOException {
        return press.print(choose(signs));
    }

    private List<Typeface> choose(Set<Integer> signs) throws IOException {
        Typeface first = base();
        List<Typeface> chosen = new ArrayList<>(List.of(first));
        Set<Integer> missing = new TreeSet<>(signs);
        missing.removeIf(first::has);
        if (missing.isEmpty()) {
            return chosen;
        }
        for (Path file : list()) {
            find(file, missing).ifPresent(face -> {
                chosen.add(face);
                missing.removeIf(face::has);
            });
            if (missing.isEmpty()) {
                break;
            }
        }
        return chosen;
    }

    private Typeface base() throws IOException {
        if (base == null) {
            try (InputStream bytes = PDDocument.class.getResourceAsStream(BASE)) {
                if (bytes == null) {
                    throw new IllegalStateException("the font of documents is missing: " + BASE);
                }
                base = Typeface.read(bytes);
            }
        }
        return base;
    }

    private List<Path> list() {
        if (listed == null) {
            listed = files.list();
        }
        return listed;
    }

    /** The font in this file if it has one of these signs. */
    private Optional<Typeface> find(Path file, Set<Integer> signs) {
        BitSet without = unusable.computeIfAbsent(file, each -> new BitSet());
        if (signs.stream().allMatch(without::get)) {
            return Optional.empty();
        }
        Optional<Typeface> face = open(file).filter(each -> signs.stream().anyMatch(each::has));
        if (face.isEmpty()) {
            signs.forEach(without::set);
        }
        return face;
    }

    private Optional<Typeface> open(Path file) {
        SoftReference<Typeface> kept = read.get(file);
        Typeface face = kept == null ? null : kept.get();
        if (face == null) {
            try {
                face = Typeface.read(file);
                read.put(file, new SoftReference<>(face));
            } catch (IOException | RuntimeException e) {
                // Whatever is wrong with a file of the machine, an invoice can be printed without it.
                LOG.info("No font for documents: {} ({})", file.getFileName(), e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(face);
    }
}
