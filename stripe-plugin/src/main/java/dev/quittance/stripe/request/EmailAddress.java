package dev.quittance.stripe.request;

import java.util.regex.Pattern;

/** Whether something can be an e-mail address. The mail server has the last word; this keeps out slips and forged headers. */
final class EmailAddress {
    /** RFC 5321: the longest path, less its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final String WORD = "[^\\s@<>()\\[\\],;:\"\\\\\\p{Cntrl}]";
    private static final Pattern SHAPE = Pattern.compile(WORD + "{1,64}@(" + WORD + "+\\.)+" + WORD + "{2,}");

    private EmailAddress() {}

    static boolean isPlausible(String typed) {
        return typed.length() <= MAX_LENGTH
                && SHAPE.matcher(typed).matches()
                && !typed.contains("..")
                && !typed.contains(".@")
                && !typed.startsWith(".");
    }
}
