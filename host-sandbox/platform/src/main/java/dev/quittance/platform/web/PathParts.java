package dev.quittance.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a path apart, strictly: what could mean two things is no path of ours. */
final class PathParts {
    /** Longer paths of ours there are not. */
    private static final int MAX_LENGTH = 1024;

    private PathParts() {}

    /** The decoded parts, or empty if it cannot be one of ours. */
    static Optional<List<String>> of(String rawPath) {
        if (!rawPath.startsWith("/") || rawPath.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String raw : rawPath.substring(1).split("/", -1)) {
            Optional<String> part = decoded(raw);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(List.copyOf(parts));
    }

    private static Optional<String> decoded(String raw) {
        byte[] bytes = new byte[raw.length()];
        int count = 0;
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            int value = character;
            if (character == '%') {
                value = i + 2 < raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
                i += 2;
            }
            if (value < ' ' || value > 0xff || value == '/' || value == '\\' || value == 0x7f) {
                return Optional.empty();
            }
            bytes[count++] = (byte) value;
        }
        try {
            String part = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
            return part.equals("..") || part.equals(".") ? Optional.empty() : Optional.of(part);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(char high, char low) {
        int upper = Character.digit(high, 16);
        int lower = Character.digit(low, 16);
        return upper < 0 || lower < 0 ? -1 : upper * 16 + lower;
    }
}
