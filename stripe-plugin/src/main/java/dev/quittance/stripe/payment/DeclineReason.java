package dev.quittance.stripe.payment;

import dev.quittance.api.ui.Text;

/**
 * Why a bank refused, in words for the customer and for staff. Reasons that Stripe asks not to reveal, such as a card reported
 * stolen, read like a refusal without a reason. Source: Stripe's decline codes, API version 2026-07-29.dahlia.
 */
public enum DeclineReason {
    /** No reason given, or none to be told. */
    NO_REASON,
    /** Not enough money, or a limit reached. */
    NOT_ENOUGH,
    /** The card's time is up. */
    CARD_EXPIRED,
    /** Something was mistyped. */
    DETAILS_WRONG,
    /** The bank wanted the customer to confirm, and that did not happen. */
    NOT_CONFIRMED,
    /** This card cannot be used for this. */
    CARD_UNSUITABLE,
    /** A fault between the banks. */
    TEMPORARY;

    /** The reason behind a decline code or error code; what is unknown has no reason. */
    public static DeclineReason of(String code) {
        return switch (code) {
            case "insufficient_funds", "withdrawal_count_limit_exceeded", "card_velocity_exceeded" -> NOT_ENOUGH;
            case "expired_card", "invalid_expiry_month", "invalid_expiry_year" -> CARD_EXPIRED;
            case "incorrect_cvc",
                    "invalid_cvc",
                    "incorrect_number",
                    "invalid_number",
                    "incorrect_zip",
                    "incorrect_address" -> DETAILS_WRONG;
            case "authentication_required", "payment_intent_authentication_failure" -> NOT_CONFIRMED;
            case "card_not_supported", "transaction_not_allowed", "currency_not_supported", "restricted_card" ->
                CARD_UNSUITABLE;
            case "processing_error", "issuer_not_available", "try_again_later", "reenter_transaction" -> TEMPORARY;
            default -> NO_REASON;
        };
    }

    /** What the customer reads: what happened, and what to do. */
    public Text forCustomer() {
        return switch (this) {
            case NO_REASON ->
                Text.of(
                        "decline.no_reason",
                        "Your bank did not approve this. Use another card, or call the number on the card.");
            case NOT_ENOUGH ->
                Text.of("decline.not_enough", "The card does not have enough available. Try another card.");
            case CARD_EXPIRED ->
                Text.of("decline.card_expired", "This card has expired. Enter the new date or use another card.");
            case DETAILS_WRONG ->
                Text.of("decline.details_wrong", "One of the card details did not match. Check them and try again.");
            case NOT_CONFIRMED ->
                Text.of(
                        "decline.not_confirmed",
                        "Your bank asks you to confirm the payment. Try again and finish there.");
            case CARD_UNSUITABLE ->
                Text.of("decline.card_unsuitable", "This card cannot be used here. Try another one.");
            case TEMPORARY ->
                Text.of(
                        "decline.temporary",
                        "Something between the banks went wrong. You were not charged. Try again in a few minutes.");
        };
    }

    /** What staff reads, in a few words. */
    public Text forStaff() {
        return switch (this) {
            case NO_REASON -> Text.of("decline.staff.no_reason", "the bank gave no reason");
            case NOT_ENOUGH -> Text.of("decline.staff.not_enough", "not enough money, or a limit was reached");
            case CARD_EXPIRED -> Text.of("decline.staff.card_expired", "the card has expired");
            case DETAILS_WRONG -> Text.of("decline.staff.details_wrong", "a card detail was mistyped");
            case NOT_CONFIRMED ->
                Text.of("decline.staff.not_confirmed", "the customer did not confirm it with the bank");
            case CARD_UNSUITABLE -> Text.of("decline.staff.card_unsuitable", "the card cannot be used for this");
            case TEMPORARY -> Text.of("decline.staff.temporary", "a fault between the banks");
        };
    }
}
