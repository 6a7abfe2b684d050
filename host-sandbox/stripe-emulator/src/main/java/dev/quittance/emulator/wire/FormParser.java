package dev.quittance.emulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns {@code a[b][0]=v&a[c]=} into a tree. */
final class FormParser {
    /** Stripe's deepest parameters have five levels; more is a mistake or an attack on the stack. */
    private static final int MAX_DEPTH = 10;

    /** 100 line items of a dozen parameters each, with room. */
    private static final int MAX_PARAMETERS = 5_000;

    private FormParser() {}

    static Form parse(String encoded) {
        Form root = Form.root();
        if (encoded.isEmpty()) {
            return root;
        }
        String[] pairs = encoded.split("&", -1);
        if (pairs.length > MAX_PARAMETERS) {
            throw ApiError.refused(null, "Too many parameters: " + pairs.length + ".");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return root;
    }

    private static void put(Form root, String name, String value) {
        List<String> keys = keys(name);
        Form node = root;
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (key.isEmpty()) {
                key = String.valueOf(node.children().size());
            }
            boolean last = i == keys.size() - 1;
            Form next = node.children().get(key);
            if (last) {
                if (next != null && !next.isLeaf()) {
                    throw ApiError.invalid(
                            keys(name).get(0), "The parameter " + name + " is both a value and an object.");
                }
                node.children().put(key, Form.leaf(node.nameOf(key), value));
                return;
            }
            node = descend(node, key, next, name);
        }
    }

    private static Form descend(Form node, String key, @Nullable Form next, String name) {
        if (next == null) {
            Form made = Form.branch(node.nameOf(key));
            node.children().put(key, made);
            return made;
        }
        if (next.isLeaf()) {
            throw ApiError.invalid(keys(name).get(0), "The parameter " + name + " is both a value and an object.");
        }
        return next;
    }

    /** {@code a[b][0]} is {@code a, b, 0}; {@code a[]} ends with an empty key. */
    private static List<String> keys(String name) {
        List<String> keys = new ArrayList<>();
        int open = name.indexOf('[');
        if (open < 0) {
            keys.add(name);
            return keys;
        }
        keys.add(name.substring(0, open));
        while (open < name.length()) {
            int close = name.indexOf(']', open);
            if (name.charAt(open) != '[' || close < 0) {
                throw ApiError.refused(null, "Invalid parameter name: its brackets do not match.");
            }
            keys.add(name.substring(open + 1, close));
            if (keys.size() > MAX_DEPTH) {
                throw ApiError.refused(null, "Invalid parameter name: more than " + MAX_DEPTH + " levels.");
            }
            open = close + 1;
        }
        if (keys.get(0).isEmpty()) {
            throw ApiError.refused(null, "Invalid parameter name: it starts with a bracket.");
        }
        return keys;
    }

    private static String decode(String encoded) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                bytes.put((byte) ' ');
            } else if (raw[i] == '%') {
                bytes.put(hexByte(raw, i));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw ApiError.refused(null, "Invalid encoding: the parameters are not UTF-8.");
        }
    }

    private static byte hexByte(byte[] raw, int percent) {
        int high = percent + 2 < raw.length ? Character.digit(raw[percent + 1], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw[percent + 2], 16);
        if (low < 0) {
            throw ApiError.refused(null, "Invalid encoding: a percent sign without two hexadecimal digits.");
        }
        return (byte) (high * 16 + low);
    }
}
