package dev.quittance.stripe.request;

import java.math.BigDecimal;
import java.util.Optional;

/** The words that a request has until somebody writes better ones. */
final class Descriptions {
    /** Leaves room for the type before it within the 200 characters that a description may have. */
    private static final int MAX_NAME_LENGTH = 150;

    private Descriptions() {}

    /** For example {@code 50% Deposit – Kitchen remodel}, {@code Invoice INV-1042}. */
    static String usual(RequestType type, Optional<BigDecimal> percent, Subject subject) {
        String shortName = shortened(subject.name());
        if (subject.isInvoice()) {
            return "Invoice " + shortName;
        }
        String share = percent.map(points -> Share.format(points) + "% ").orElse("");
        return share + type.noun() + " – " + shortName;
    }

    /** A record's name, short enough to stand in a description. */
    static String shortened(String recordName) {
        String name = recordName.strip();
        return name.length() <= MAX_NAME_LENGTH
                ? name
                : name.substring(0, MAX_NAME_LENGTH).strip() + "…";
    }
}
