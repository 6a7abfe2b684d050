package dev.quittance.stripe.request;

import dev.quittance.api.ui.Text;

/** The words for types, in one place. */
public final class RequestWords {
    private RequestWords() {}

    /** One word for a type. */
    public static Text type(RequestType type) {
        return switch (type) {
            case DEPOSIT -> Text.of("request.type.deposit", "Deposit");
            case PROGRESS -> Text.of("request.type.progress", "Progress");
            case FINAL -> Text.of("request.type.final", "Final");
            case CUSTOM -> Text.of("request.type.custom", "Custom");
        };
    }
}
