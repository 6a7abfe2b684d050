package dev.quittance.platform.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for symbolic links in a zip's central directory: the JDK's reader does not show the modes that are kept there. */
final class ZipLinks {
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    /** A comment at the end may be this long. */
    private static final int MAX_COMMENT = 0xffff;

    private static final int TYPE_MASK = 0xf000;
    private static final int LINK = 0xa000;

    private ZipLinks() {}

    static void requireNone(Path zip) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int end = endRecord(bytes);
        int position = end < 0 ? -1 : bytes.getInt(end + 16);
        int entries = end < 0 ? 0 : bytes.getShort(end + 10) & 0xffff;
        for (int i = 0; i < entries; i++) {
            if (position < 0 || position + ENTRY_BYTES > bytes.limit() || bytes.getInt(position) != DIRECTORY_ENTRY) {
                throw new InstallException("zip_unsafe", "the zip was refused: its directory is damaged", null);
            }
            int mode = bytes.getInt(position + 38) >>> 16;
            if ((mode & TYPE_MASK) == LINK) {
                throw new InstallException("zip_unsafe", "the zip was refused: an entry is a link", null);
            }
            position += ENTRY_BYTES
                    + (bytes.getShort(position + 28) & 0xffff)
                    + (bytes.getShort(position + 30) & 0xffff)
                    + (bytes.getShort(position + 32) & 0xffff);
        }
    }

    private static int endRecord(ByteBuffer bytes) {
        int last = bytes.limit() - END_BYTES;
        for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
            if (bytes.getInt(at) == END_RECORD) {
                return at;
            }
        }
        return -1;
    }
}
