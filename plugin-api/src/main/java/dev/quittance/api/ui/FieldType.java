package dev.quittance.api.ui;

import java.util.Objects;

/**
 * What a field takes; string-coded, and a host shows a type it does not know as text. Immutable and thread-safe.
 *
 * @param value the code
 */
public record FieldType(String value) {
    /** One line of words. */
    public static final FieldType TEXT = new FieldType("text");
    /** Several lines of words. */
    public static final FieldType MULTILINE = new FieldType("multiline");
    /**
     * An amount in the field's currency. People type it their way; the host reads it strictly by the reader's locale and submits
     * the plain decimal of {@link dev.quittance.api.money.Money#parse}. What it cannot read for certain it refuses itself.
     */
    public static final FieldType MONEY = new FieldType("money");
    /** A percentage with at most two decimals; submitted as a plain decimal: {@code 37.5}. */
    public static final FieldType PERCENT = new FieldType("percent");
    /** An e-mail address. */
    public static final FieldType EMAIL = new FieldType("email");
    /** One of the choices, all in view. */
    public static final FieldType CHOICE = new FieldType("choice");
    /** Yes or no; submitted as {@code true} or not at all. */
    public static final FieldType TOGGLE = new FieldType("toggle");
    /** A secret: never shown again, never kept by the host, never in a log. */
    public static final FieldType SECRET = new FieldType("secret");
    /** Not shown; submitted as given. Never trusted. */
    public static final FieldType HIDDEN = new FieldType("hidden");

    /** Refuses null. */
    public FieldType {
        Objects.requireNonNull(value, "value");
    }
}
