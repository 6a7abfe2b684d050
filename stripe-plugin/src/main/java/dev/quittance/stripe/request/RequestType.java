package dev.quittance.stripe.request;

import java.util.Optional;

/** What a payment is within the life of its record. */
public enum RequestType {
    /** Before the work begins. */
    DEPOSIT("deposit", "Deposit", "Deposit"),
    /** While it goes on. */
    PROGRESS("progress", "Progress", "Progress payment"),
    /** What is left at the end. */
    FINAL("final", "Final", "Final payment"),
    /** Anything else. */
    CUSTOM("custom", "Custom", "Payment"),
    /** What is left of an invoice, behind the link in its document; nobody chooses it. */
    INVOICE("invoice", "Invoice link", "Payment");

    private final String code;
    private final String word;
    private final String noun;

    RequestType(String code, String word, String noun) {
        this.code = code;
        this.word = word;
        this.noun = noun;
    }

    /** The stable code, as hooks and tables have it. */
    public String code() {
        return code;
    }

    /** One English word, for a choice or a cell. */
    public String word() {
        return word;
    }

    /** How a description names it. */
    String noun() {
        return noun;
    }

    /** The type with this code. */
    public static Optional<RequestType> find(String code) {
        for (RequestType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
