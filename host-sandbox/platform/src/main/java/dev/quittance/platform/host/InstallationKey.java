package dev.quittance.platform.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key of an installation: 32 bytes that lie outside the database. It seals what plugins keep secret, and the installation's
 * id comes from it, so a copy of the database without the key can open nothing. Immutable and thread-safe.
 */
public final class InstallationKey {
    /** AES-256. */
    private static final int BYTES = 32;

    private final byte[] bytes;

    private InstallationKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an installation key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /**
     * The key from the environment, else from its file, which is made with mode 0600 where there is none.
     *
     * @param text base64url of 32 bytes, as in {@code QUITTANCE_KEY}; null or blank for none
     * @param file where it lies otherwise
     * @throws IOException if the file cannot be read or made
     */
    public static InstallationKey of(@Nullable String text, Path file) throws IOException {
        if (text != null && !text.isBlank()) {
            return new InstallationKey(Base64.getUrlDecoder().decode(text.strip()));
        }
        if (!Files.exists(file)) {
            make(file);
        }
        return new InstallationKey(
                Base64.getUrlDecoder().decode(Files.readString(file).strip()));
    }

    /** The bytes; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "InstallationKey";
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(fresh));
    }
}
