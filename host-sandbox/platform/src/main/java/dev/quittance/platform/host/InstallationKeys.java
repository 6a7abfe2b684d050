package dev.quittance.platform.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation. They seal what plugins keep secret, so a copy of the database without them can open nothing. The
 * first one seals, all of them open; there is more than one only while one takes the place of another. Immutable and thread-safe.
 */
public final class InstallationKeys {
    private static final String HEADING =
            "# The keys of this installation: the first one seals, all of them open. Without them its secrets are lost.\n";

    private final List<InstallationKey> keys;

    private InstallationKeys(List<InstallationKey> keys) {
        if (keys.isEmpty() || keys.stream().map(InstallationKey::id).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("an installation has keys, each with a number of its own");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys from the environment, else from their file, which is made with mode 0600 and one key where there is none.
     *
     * @param text keys as in the file, separated by commas or line breaks, as in {@code QUITTANCE_KEY}; null or blank for none
     * @param file where they lie otherwise
     * @throws IOException if the file cannot be read or made
     * @throws IllegalArgumentException if something else stands there
     */
    public static InstallationKeys of(@Nullable String text, Path file) throws IOException {
        if (text != null && !text.isBlank()) {
            return parse(text);
        }
        if (Files.exists(file)) {
            return parse(Files.readString(file));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        InstallationKeys fresh = new InstallationKeys(List.of(fresh(InstallationKey.FIRST)));
        fresh.write(file);
        return fresh;
    }

    /** The one that seals. */
    public InstallationKey sealing() {
        return keys.get(0);
    }

    /** Those that open, the one that seals first. */
    public List<InstallationKey> all() {
        return keys;
    }

    /** The same with a new key that only opens, for nodes to learn of before one of them seals with it. */
    public InstallationKeys withNew() {
        int newest = keys.stream().mapToInt(InstallationKey::id).max().orElseThrow();
        List<InstallationKey> more = new ArrayList<>(keys);
        more.add(fresh(newest + 1));
        return new InstallationKeys(more);
    }

    /** The same with the newest key sealing. */
    public InstallationKeys withNewestSealing() {
        return new InstallationKeys(keys.stream()
                .sorted(Comparator.comparingInt(InstallationKey::id).reversed())
                .toList());
    }

    /** The one that seals alone. */
    public InstallationKeys withoutOthers() {
        return new InstallationKeys(List.of(sealing()));
    }

    /** Writes them into a file that only its owner may read, the whole of it at once. */
    public void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String lines = keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining());
        Files.writeString(unfinished, HEADING + lines, StandardCharsets.UTF_8);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Their numbers only. */
    @Override
    public String toString() {
        return "InstallationKeys" + keys;
    }

    private static InstallationKeys parse(String text) {
        return new InstallationKeys(text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(InstallationKey::parse)
                .toList());
    }

    private static InstallationKey fresh(int id) {
        byte[] bytes = new byte[InstallationKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        return new InstallationKey(id, bytes);
    }
}
