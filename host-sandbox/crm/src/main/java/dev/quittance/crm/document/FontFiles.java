package dev.quittance.crm.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The font files of this machine that documents may be printed with, in the order in which they are asked for a sign: those of a folder
 * of our own first, then those that operating systems bring. Immutable and thread-safe.
 */
final class FontFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FontFiles.class);
    /** Deep enough for every system that sorts its fonts into folders. */
    private static final int DEPTH = 4;
    /** As many as anybody puts into a folder on purpose. */
    private static final int MOST = 100;
    /** One with every script is half as large; more would not fit into the memory that the sandbox is given. */
    private static final long LARGEST = 48L << 20;

    private static final List<Path> SYSTEM = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("/Library/Fonts"));

    /**
     * Fonts of operating systems with outlines that can be embedded, the one that people of a script like best first. Noto's fonts for
     * Chinese, Japanese and Korean are not among them where they come with PostScript outlines, as most systems have them.
     */
    private static final List<String> KNOWN = List.of(
            "notosanshebrew-regular.ttf",
            "notosansarabic-regular.ttf",
            "notonaskharabic-regular.ttf",
            "notosanssc-regular.ttf",
            "notosansjp-regular.ttf",
            "notosanskr-regular.ttf",
            "droidsansfallbackfull.ttf",
            "wqy-microhei.ttc",
            "wqy-zenhei.ttc",
            "nanumgothic.ttf",
            "arial unicode.ttf",
            "notosansthai-regular.ttf",
            "notoemoji-regular.ttf",
            "symbola.ttf",
            "symbola_hint.ttf",
            "dejavusans.ttf");

    private final Optional<Path> own;
    private final List<Path> system;

    private FontFiles(Optional<Path> own, List<Path> system) {
        this.own = own;
        this.system = List.copyOf(system);
    }

    /** Those of this folder, if there is one, and of the operating system. */
    static FontFiles of(Optional<Path> own) {
        return new FontFiles(own, SYSTEM);
    }

    /** None at all. */
    static FontFiles none() {
        return new FontFiles(Optional.empty(), List.of());
    }

    /** Those of this folder alone. */
    static FontFiles only(Path folder) {
        return new FontFiles(Optional.of(folder), List.of());
    }

    /** Looks for them. A folder that is absent or closed to us holds none. */
    List<Path> list() {
        List<Path> files = new ArrayList<>();
        own.ifPresent(folder -> files.addAll(fonts(folder).stream().limit(MOST).toList()));
        system.stream()
                .flatMap(folder -> fonts(folder).stream())
                .filter(file -> KNOWN.contains(name(file)))
                .sorted(Comparator.comparingInt(file -> KNOWN.indexOf(name(file))))
                .forEach(files::add);
        return files;
    }

    private static List<Path> fonts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(folder, DEPTH, (path, kind) -> kind.isRegularFile() && isFont(path))) {
            return all.filter(FontFiles::fits).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The fonts of a folder cannot be listed: {}", e.getMessage());
            return List.of();
        }
    }

    private static boolean isFont(Path path) {
        String name = name(path);
        return name.endsWith(".ttf") || name.endsWith(".ttc");
    }

    private static boolean fits(Path path) {
        try {
            return Files.size(path) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
