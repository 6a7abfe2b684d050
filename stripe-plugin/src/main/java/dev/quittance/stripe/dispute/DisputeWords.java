package dev.quittance.stripe.dispute;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;

/** The words for disputes, in one place. */
final class DisputeWords {
    private DisputeWords() {}

    static Badge state(DisputeState state) {
        return switch (state) {
            case WARNING_NEEDS_RESPONSE ->
                new Badge(Text.of("dispute.state.question", "Question: answer it"), Tone.WARNING);
            case WARNING_UNDER_REVIEW ->
                new Badge(Text.of("dispute.state.question_review", "Question: the bank decides"), Tone.INFO);
            case WARNING_CLOSED -> new Badge(Text.of("dispute.state.question_closed", "Question closed"), Tone.NEUTRAL);
            case NEEDS_RESPONSE -> new Badge(Text.of("dispute.state.answer", "Answer it"), Tone.DANGER);
            case UNDER_REVIEW -> new Badge(Text.of("dispute.state.review", "The bank decides"), Tone.INFO);
            case WON -> new Badge(Text.of("dispute.state.won", "Won"), Tone.GOOD);
            case LOST -> new Badge(Text.of("dispute.state.lost", "Lost"), Tone.DANGER);
            case PREVENTED -> new Badge(Text.of("dispute.state.prevented", "Settled before"), Tone.NEUTRAL);
        };
    }

    /** What the customer told the bank, by Stripe's word; that word itself where nobody here knows it. */
    static Text reason(String reason) {
        return switch (reason) {
            case "fraudulent" -> Text.of("dispute.reason.fraudulent", "Somebody else used the card");
            case "product_not_received" -> Text.of("dispute.reason.not_received", "The work was not done");
            case "product_unacceptable" -> Text.of("dispute.reason.unacceptable", "The work was not as agreed");
            case "duplicate" -> Text.of("dispute.reason.duplicate", "It was charged twice");
            case "credit_not_processed" -> Text.of("dispute.reason.credit", "A refund was promised and did not come");
            case "subscription_canceled" -> Text.of("dispute.reason.canceled", "It was canceled before");
            case "unrecognized" -> Text.of("dispute.reason.unrecognized", "The customer does not know it");
            case "debit_not_authorized" ->
                Text.of("dispute.reason.not_authorized", "The account’s owner did not agree to the debit");
            case "insufficient_funds" -> Text.of("dispute.reason.funds", "There was not enough in the account");
            case "general" -> Text.of("dispute.reason.general", "The bank gives no reason");
            default -> Text.plain(reason);
        };
    }
}
