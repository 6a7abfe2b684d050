package dev.quittance.trials.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Something that must not lie about, searched for in every form in which it could: as bytes, as two-byte characters of either
 * order, and as hexadecimal digits.
 */
final class Needle {
    private static final int CHUNK = 1 << 20;

    private final String what;
    private final List<byte[]> forms;

    Needle(String what, String text) {
        this.what = what;
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        this.forms = List.of(
                plain,
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE),
                HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().withUpperCase().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
    }

    /** What it is called in a failure; never the thing itself. */
    String what() {
        return what;
    }

    boolean isIn(byte[] haystack) {
        return forms.stream().anyMatch(form -> indexOf(haystack, haystack.length, form) >= 0);
    }

    boolean isIn(String haystack) {
        return isIn(haystack.getBytes(StandardCharsets.UTF_8));
    }

    boolean isIn(Path file) {
        int overlap = forms.stream().mapToInt(form -> form.length).max().orElse(0);
        byte[] window = new byte[CHUNK + overlap];
        int kept = 0;
        try (InputStream input = Files.newInputStream(file)) {
            int read = input.readNBytes(window, kept, CHUNK);
            while (read > 0) {
                int length = kept + read;
                for (byte[] form : forms) {
                    if (indexOf(window, length, form) >= 0) {
                        return true;
                    }
                }
                kept = Math.min(overlap, length);
                System.arraycopy(window, length - kept, window, 0, kept);
                read = input.readNBytes(window, kept, CHUNK);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] haystack, int length, byte[] needle) {
        byte first = needle[0];
        int last = length - needle.length;
        for (int i = 0; i <= last; i++) {
            if (haystack[i] == first && matches(haystack, i, needle)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] haystack, int from, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            if (haystack[from + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
