package dev.quittance.emulator.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Form-encoded parameters as a tree: {@code a[b][0]=v}. A value sent empty means "unset" and is told apart from a value
 * not sent. Immutable once parsed.
 */
public final class Form {
    /** Whole numbers have at most this many digits; Stripe's amounts have eight, its times ten. */
    private static final int INTEGER_DIGITS = 15;

    private final String prefix;
    private final @Nullable String value;
    private final Map<String, Form> children = new LinkedHashMap<>();

    private Form(String prefix, @Nullable String value) {
        this.prefix = prefix;
        this.value = value;
    }

    /**
     * Parses a query or a body.
     *
     * @throws ApiError 400 if it is not form-encoded
     */
    public static Form parse(String encoded) {
        return FormParser.parse(encoded);
    }

    static Form root() {
        return new Form("", null);
    }

    static Form leaf(String prefix, String value) {
        return new Form(prefix, value);
    }

    static Form branch(String prefix) {
        return new Form(prefix, null);
    }

    Map<String, Form> children() {
        return children;
    }

    @Nullable
    String value() {
        return value;
    }

    /** The parameter's full name as the caller sent it, such as {@code line_items[0][quantity]}. */
    public String name() {
        return prefix;
    }

    /** The full name of a child, sent or not. */
    public String nameOf(String child) {
        return prefix.isEmpty() ? child : prefix + "[" + child + "]";
    }

    /** Whether the child was sent at all, even empty. */
    public boolean has(String child) {
        return children.containsKey(child);
    }

    /** The child as a tree; an empty one if it was not sent. */
    public Form at(String child) {
        Form found = children.get(child);
        return found == null ? new Form(nameOf(child), null) : found;
    }

    /**
     * A text; empty if it was not sent, or sent empty.
     *
     * @throws ApiError 400 if an object or a list was sent instead
     */
    public Optional<String> text(String child) {
        Form found = children.get(child);
        if (found == null) {
            return Optional.empty();
        }
        if (found.value == null) {
            throw ApiError.invalid(found.prefix, "Invalid string: " + found.prefix + " must be a string.");
        }
        return found.value.isEmpty() ? Optional.empty() : Optional.of(found.value);
    }

    /**
     * A text that must be there.
     *
     * @throws ApiError 400 if it is not
     */
    public String requireText(String child) {
        Optional<String> text = text(child);
        if (text.isEmpty()) {
            throw has(child) ? ApiError.empty(nameOf(child)) : ApiError.missing(nameOf(child));
        }
        return text.get();
    }

    /**
     * A whole number.
     *
     * @throws ApiError 400 {@code parameter_invalid_integer} if it is anything else
     */
    public Optional<Long> integer(String child) {
        Optional<String> text = text(child);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = text.get();
        if (!digits.matches("-?[0-9]{1," + INTEGER_DIGITS + "}")) {
            throw ApiError.invalid(
                    "parameter_invalid_integer", nameOf(child), "Invalid integer: " + abbreviated(digits));
        }
        return Optional.of(Long.parseLong(digits));
    }

    /**
     * One of some words.
     *
     * @throws ApiError 400 if it is another
     */
    public Optional<String> oneOf(String child, List<String> words) {
        Optional<String> text = text(child);
        if (text.isPresent() && !words.contains(text.get())) {
            throw ApiError.invalid(
                    nameOf(child), "Invalid " + nameOf(child) + ": must be one of " + String.join(", ", words));
        }
        return text;
    }

    /**
     * {@code true} or {@code false}.
     *
     * @throws ApiError 400 if it is neither
     */
    public Optional<Boolean> bool(String child) {
        return oneOf(child, List.of("true", "false")).map(Boolean::parseBoolean);
    }

    /**
     * The elements of a list, in the order of their indexes.
     *
     * @throws ApiError 400 if something else was sent
     */
    public List<Form> items(String child) {
        Form list = children.get(child);
        if (list == null || "".equals(list.value)) {
            return List.of();
        }
        TreeMap<Integer, Form> byIndex = new TreeMap<>();
        if (list.value != null) {
            throw ApiError.invalid(list.prefix, "Invalid array");
        }
        list.children.forEach((index, item) -> {
            if (!index.matches("[0-9]{1,6}")) {
                throw ApiError.invalid(list.prefix, "Invalid array");
            }
            byIndex.put(Integer.parseInt(index), item);
        });
        return List.copyOf(byIndex.values());
    }

    /** The texts of a list of texts. */
    public List<String> texts(String child) {
        List<String> texts = new ArrayList<>();
        for (Form item : items(child)) {
            if (item.value == null) {
                throw ApiError.invalid(item.prefix, "Invalid string: " + item.prefix + " must be a string.");
            }
            texts.add(item.value);
        }
        return texts;
    }

    /**
     * Keys and texts, in the order sent; an empty text is kept, as it means "delete this key".
     *
     * @throws ApiError 400 if a value is not a text
     */
    public Map<String, String> map(String child) {
        Form node = at(child);
        if (node.value != null && !node.value.isEmpty()) {
            throw ApiError.invalid(node.prefix, "Invalid object");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        node.children.forEach((key, leaf) -> {
            if (leaf.value == null) {
                throw ApiError.invalid(leaf.prefix, "Invalid string: " + leaf.prefix + " must be a string.");
            }
            entries.put(key, leaf.value);
        });
        return entries;
    }

    /** Whether this is a value rather than a tree. */
    public boolean isLeaf() {
        return value != null;
    }

    /** A text that says the same for the same parameters, in whatever order they were sent. */
    public String fingerprint() {
        if (value != null) {
            return value.length() + ":" + value;
        }
        StringBuilder all = new StringBuilder("{");
        new TreeMap<>(children)
                .forEach((key, child) -> all.append(key.length())
                        .append(':')
                        .append(key)
                        .append('=')
                        .append(child.fingerprint())
                        .append(';'));
        return all.append('}').toString();
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
