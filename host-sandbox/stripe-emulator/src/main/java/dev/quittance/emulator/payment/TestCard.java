package dev.quittance.emulator.payment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stripe's test cards: how each is named over the API, and what its issuer says. A number leaves this enum as its last
 * four digits only.
 */
public enum TestCard {
    VISA("4242424242424242", "visa", "visa", Issuer.APPROVES),
    VISA_DEBIT("4000056655665556", "visa", "visa_debit", Issuer.APPROVES),
    MASTERCARD("5555555555554444", "mastercard", "mastercard", Issuer.APPROVES),
    AMEX("378282246310005", "amex", "amex", Issuer.APPROVES),
    DISCOVER("6011111111111117", "discover", "discover", Issuer.APPROVES),
    DECLINED("4000000000000002", "visa", "visa_chargeDeclined", Issuer.DECLINES),
    INSUFFICIENT_FUNDS(
            "4000000000009995", "visa", "visa_chargeDeclinedInsufficientFunds", Issuer.HAS_INSUFFICIENT_FUNDS),
    LOST("4000000000009987", "visa", "visa_chargeDeclinedLostCard", Issuer.SAYS_LOST),
    STOLEN("4000000000009979", "visa", "visa_chargeDeclinedStolenCard", Issuer.SAYS_STOLEN),
    TOO_OFTEN("4000000000006975", "visa", "visa_chargeDeclinedVelocityLimitExceeded", Issuer.SAYS_TOO_OFTEN),
    EXPIRED("4000000000000069", "visa", "chargeDeclinedExpiredCard", Issuer.SAYS_EXPIRED),
    WRONG_CVC("4000000000000127", "visa", "chargeDeclinedIncorrectCvc", Issuer.SAYS_WRONG_CVC, Trait.NEEDS_CVC),
    PROCESSING_ERROR("4000000000000119", "visa", "chargeDeclinedProcessingError", Issuer.FAILS),
    ATTACHES_THEN_DECLINED("4000000000000341", "visa", "chargeCustomerFail", Issuer.DECLINES, Trait.CAN_BE_SAVED),
    BLOCKED("4100000000000019", "visa", "radarBlock", Issuer.IS_NOT_ASKED, Trait.HIGHEST_RISK),
    HIGHEST_RISK("4000000000004954", "visa", "riskLevelHighest", Issuer.IS_NOT_ASKED, Trait.HIGHEST_RISK),
    ELEVATED_RISK("4000000000009235", "visa", "riskLevelElevated", Issuer.APPROVES, Trait.ELEVATED_RISK),
    CVC_CHECK_FAILS("4000000000000101", "visa", "cvcCheckFail", Issuer.APPROVES, Trait.FAILS_CVC_CHECK),
    POSTAL_CHECK_FAILS("4000000000000036", "visa", "avsZipFail", Issuer.APPROVES, Trait.FAILS_POSTAL_CHECK),
    THREE_D_SECURE_ALWAYS("4000002760003184", "visa", "authenticationRequired", Issuer.APPROVES, Trait.ASKS),
    THREE_D_SECURE_UNLESS_SET_UP(
            "4000002500003155",
            "visa",
            "authenticationRequiredOnSetup",
            Issuer.APPROVES,
            Trait.ASKS,
            Trait.CAN_BE_SET_UP),
    THREE_D_SECURE_ALREADY_SET_UP(
            "4000003800000446",
            "visa",
            "authenticationRequiredSetupForOffSession",
            Issuer.APPROVES,
            Trait.ASKS,
            Trait.IS_SET_UP),
    THREE_D_SECURE_REQUIRED("4000000000003220", "visa", "threeDSecure2Required", Issuer.APPROVES, Trait.ASKS),
    THREE_D_SECURE_THEN_DECLINED(
            "4000008400001629", "visa", "threeDSecureRequiredChargeDeclined", Issuer.DECLINES, Trait.ASKS),
    THREE_D_SECURE_THEN_INSUFFICIENT_FUNDS(
            "4000008260003178",
            "visa",
            "authenticationRequiredChargeDeclinedInsufficientFunds",
            Issuer.HAS_INSUFFICIENT_FUNDS,
            Trait.ASKS),
    THREE_D_SECURE_LOOKUP_FAILS(
            "4000008400001280", "visa", "threeDSecureRequiredProcessingError", Issuer.DECLINES, Trait.CAN_BE_SAVED),
    THREE_D_SECURE_OPTIONAL("4000000000003055", "visa", "threeDSecureOptional", Issuer.APPROVES),
    DISPUTED_AS_FRAUDULENT("4000000000000259", "visa", "createDispute", Issuer.APPROVES),
    DISPUTED_AS_NOT_RECEIVED("4000000000002685", "visa", "createDisputeProductNotReceived", Issuer.APPROVES),
    INQUIRED_ABOUT("4000000000001976", "visa", "createDisputeInquiry", Issuer.APPROVES),
    EARLY_FRAUD_WARNING("4000000000005423", "visa", "createIssuerFraudRecord", Issuer.APPROVES),
    DISPUTED_SEVERAL_TIMES("4000000404000079", "visa", "createMultipleDisputes", Issuer.APPROVES),
    REFUND_PENDS("4000000000007726", "visa", "pendingRefund", Issuer.APPROVES),
    REFUND_FAILS("4000000000005126", "visa", "refundFail", Issuer.APPROVES),
    AVAILABLE_AT_ONCE("4000000000000077", "visa", "bypassPending", Issuer.APPROVES);

    /** What the issuer answers. The messages of lost and stolen cards reveal nothing, as Stripe asks. */
    public enum Issuer {
        APPROVES("", "", ""),
        DECLINES("card_declined", "generic_decline", "Your card was declined."),
        HAS_INSUFFICIENT_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds."),
        SAYS_LOST("card_declined", "lost_card", "Your card was declined."),
        SAYS_STOLEN("card_declined", "stolen_card", "Your card was declined."),
        SAYS_TOO_OFTEN(
                "card_declined",
                "card_velocity_exceeded",
                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit."),
        SAYS_EXPIRED("expired_card", "expired_card", "Your card has expired."),
        SAYS_WRONG_CVC("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
        FAILS(
                "processing_error",
                "processing_error",
                "An error occurred while processing your card. Try again in a little bit."),
        /** Radar stops the payment before the issuer hears of it. */
        IS_NOT_ASKED("card_declined", "fraudulent", "Your card was declined."),
        WANTS_AUTHENTICATION(
                "authentication_required",
                "authentication_required",
                "Your card was declined. This transaction requires authentication.");

        private final String code;
        private final String declineCode;
        private final String message;

        Issuer(String code, String declineCode, String message) {
            this.code = code;
            this.declineCode = declineCode;
            this.message = message;
        }

        public boolean approves() {
            return this == APPROVES;
        }

        public String code() {
            return code;
        }

        public String declineCode() {
            return declineCode;
        }

        public String message() {
            return message;
        }
    }

    /** What else is special about a card. */
    enum Trait {
        /** Its issuer wants 3-D Secure. */
        ASKS,
        /** It wants no more once it was set up for payments without the payer. */
        CAN_BE_SET_UP,
        /** It was set up from the start. */
        IS_SET_UP,
        /** The issuer says so only where a security code was sent. */
        NEEDS_CVC,
        /** It can be attached to a customer, though charges fail. */
        CAN_BE_SAVED,
        FAILS_CVC_CHECK,
        FAILS_POSTAL_CHECK,
        ELEVATED_RISK,
        HIGHEST_RISK
    }

    private final String number;
    private final String brand;
    private final String apiName;
    private final Issuer issuer;
    private final List<Trait> traits;

    TestCard(String number, String brand, String apiName, Issuer issuer, Trait... traits) {
        this.number = number;
        this.brand = brand;
        this.apiName = apiName;
        this.issuer = issuer;
        this.traits = List.of(traits);
    }

    public static Optional<TestCard> find(String digits) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    /** By {@code pm_card_…} or {@code tok_…}. */
    static Optional<TestCard> findByApiName(String id) {
        String name = id.startsWith("pm_card_") ? id.substring(8) : id.startsWith("tok_") ? id.substring(4) : "";
        return Arrays.stream(values())
                .filter(card -> card.apiName.equals(name) || card.apiName.equals("visa_" + name))
                .findFirst();
    }

    /** The checksum that every card number satisfies. */
    public static boolean isWellFormed(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    public String brand() {
        return brand;
    }

    String funding() {
        return this == VISA_DEBIT ? "debit" : "credit";
    }

    public Issuer issuer() {
        return issuer;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the payer, who is there, is asked by the bank. */
    public boolean asksThreeDSecure() {
        return has(Trait.ASKS);
    }

    /** Whether the issuer refuses without the payer. */
    boolean refusesOffSession(boolean setUp) {
        return has(Trait.ASKS) && !has(Trait.IS_SET_UP) && !(setUp && has(Trait.CAN_BE_SET_UP));
    }

    /** Whether a customer can keep it: a card that is declined can not be attached. */
    public boolean canBeSaved() {
        return issuer.approves() || has(Trait.CAN_BE_SAVED) || has(Trait.ASKS);
    }

    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** Stripe's test cards are issued in the United States. */
    String country() {
        return "US";
    }

    public int cvcDigits() {
        return this == AMEX ? 4 : 3;
    }

    /** For the page that lists them to developers. */
    public String numberForDevelopers() {
        return number;
    }
}
