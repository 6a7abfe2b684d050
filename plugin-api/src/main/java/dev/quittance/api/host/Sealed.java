package dev.quittance.api.host;

import java.util.Arrays;

/**
 * Something sealed with the installation's key: safe in a database, worthless elsewhere. Immutable and thread-safe.
 */
public final class Sealed {
    private final byte[] bytes;

    /** Wraps sealed bytes, as read from a table; copies them. */
    public Sealed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the sealed bytes, for a table. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed && Arrays.equals(bytes, ((Sealed) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Its length only. */
    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
