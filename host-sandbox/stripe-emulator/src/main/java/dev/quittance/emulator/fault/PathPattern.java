package dev.quittance.emulator.fault;

import java.util.regex.Pattern;

/** A path without the ids in it: {@code /v1/customers/{id}}. */
public final class PathPattern {
    /** A prefix, an underscore, and letters with a digit or capital among them: what no fixed word of Stripe's paths has. */
    private static final Pattern ID = Pattern.compile("[a-z]+_(test_|live_)?(?=[a-z]*[0-9A-Z])[0-9A-Za-z]{8,}");

    private PathPattern() {}

    public static String of(String path) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : path.split("/", -1)) {
            pattern.append('/').append(ID.matcher(segment).matches() ? "{id}" : segment);
        }
        return pattern.substring(1);
    }
}
