package dev.quittance.stripe.request;

import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.Text;

/** The words for types, in one place. */
public final class RequestWords {
    private RequestWords() {}

    /** One word for a request's type: what is final on a project is the balance of an invoice. */
    public static Text type(PaymentRequest request) {
        return type(request.type(), request.record());
    }

    static Text type(RequestType type, RecordRef record) {
        return type == RequestType.FINAL && record.object().equals(RecordRef.INVOICE)
                ? Text.of("request.type.balance", "Balance")
                : type(type);
    }

    /** One word for a type. */
    public static Text type(RequestType type) {
        return switch (type) {
            case DEPOSIT -> Text.of("request.type.deposit", "Deposit");
            case PROGRESS -> Text.of("request.type.progress", "Progress");
            case FINAL -> Text.of("request.type.final", "Final");
            case CUSTOM -> Text.of("request.type.custom", "Custom");
            case INVOICE -> Text.of("request.type.invoice", "Invoice link");
        };
    }
}
