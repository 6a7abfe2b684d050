package dev.quittance.stripe.refund;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;

/** The words for refunds, in one place. */
final class RefundWords {
    private RefundWords() {}

    static Text reason(RefundReason reason) {
        return switch (reason) {
            case DUPLICATE -> Text.of("refund.reason.duplicate", "It was paid twice");
            case REQUESTED_BY_CUSTOMER -> Text.of("refund.reason.requested_by_customer", "The customer asked for it");
            case FRAUDULENT -> Text.of("refund.reason.fraudulent", "Somebody else used the card");
            case OTHER -> Text.of("refund.reason.other", "Another reason");
        };
    }

    static Text owed(boolean again) {
        return again
                ? Text.of("refund.owed.again", "The customer owes it again")
                : Text.of("refund.owed.off_price", "It comes off the price");
    }

    static Badge state(RefundState state) {
        return switch (state) {
            case RESERVED -> new Badge(Text.of("refund.state.reserved", "Set aside"), Tone.INFO);
            case PENDING -> new Badge(Text.of("refund.state.pending", "On its way"), Tone.INFO);
            case REQUIRES_ACTION ->
                new Badge(Text.of("refund.state.requires_action", "Waits for the customer"), Tone.WARNING);
            case SUCCEEDED -> new Badge(Text.of("refund.state.succeeded", "Refunded"), Tone.GOOD);
            case FAILED -> new Badge(Text.of("refund.state.failed", "Came back"), Tone.DANGER);
            case CANCELED -> new Badge(Text.of("refund.state.canceled", "Canceled"), Tone.NEUTRAL);
            case REFUSED -> new Badge(Text.of("refund.state.refused", "Not given back"), Tone.DANGER);
        };
    }

    /** Who wanted it, and where. */
    static Text by(RefundTerms terms) {
        return switch (terms.source()) {
            case OFFICE ->
                terms.requestedName().isEmpty()
                        ? Text.of("refund.by.office", "The office")
                        : Text.of("refund.by.name", "{0}, here", terms.requestedName());
            case POLICY -> Text.of("refund.by.policy", "By itself: it was paid twice");
            case STRIPE -> Text.of("refund.by.stripe", "Somebody at Stripe");
        };
    }
}
