package dev.quittance.platform.host;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key of an installation: 32 bytes that lie outside the database, and the number by which what is sealed names it. Immutable
 * and thread-safe.
 */
public final class InstallationKey {
    /** AES-256. */
    static final int BYTES = 32;
    /** The number of a key that stands without one: the first of every installation. */
    static final int FIRST = 1;

    private static final Pattern LINE = Pattern.compile("(?:([1-9][0-9]{0,8})[ :]+)?([A-Za-z0-9_-]{43}=?)");

    private final int id;
    private final byte[] bytes;

    InstallationKey(int id, byte[] bytes) {
        if (bytes.length != BYTES || id < FIRST) {
            throw new IllegalArgumentException("an installation key has a number from 1 and " + BYTES + " bytes");
        }
        this.id = id;
        this.bytes = bytes.clone();
    }

    /** Reads {@code 2 base64url}, or the bytes alone for the first key. Nothing of what stands there is in the exception. */
    static InstallationKey parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an installation key is its number and " + BYTES + " bytes as base64url");
        }
        int id = matcher.group(1) == null ? FIRST : Integer.parseInt(matcher.group(1));
        return new InstallationKey(id, Base64.getUrlDecoder().decode(matcher.group(2)));
    }

    /** Its number. */
    public int id() {
        return id;
    }

    /** The bytes; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As it stands in the file. */
    String line() {
        return id + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Its number only. */
    @Override
    public String toString() {
        return "InstallationKey[" + id + "]";
    }
}
