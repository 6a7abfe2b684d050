package dev.quittance.emulator.journal;

import java.io.IOException;

/** Where a journal's bytes go. One caller at a time. */
interface Disk {
    /** All of the bytes, on the disk; or, where that fails, none of them. */
    void write(byte[] wholeLines) throws IOException;

    /** These lines instead of all others: all of them or, where that fails, none. */
    void replace(Iterable<String> lines) throws IOException;

    long bytes() throws IOException;

    void close() throws IOException;
}
