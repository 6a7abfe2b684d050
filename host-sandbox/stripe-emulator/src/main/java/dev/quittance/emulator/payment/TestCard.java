package dev.quittance.emulator.payment;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cards that can be typed into the hosted page, with what their issuers say. A number leaves this enum as its last
 * four digits only.
 */
public enum TestCard {
    VISA("4242424242424242", "visa", Issuer.APPROVES),
    VISA_DEBIT("4000056655665556", "visa", Issuer.APPROVES),
    MASTERCARD("5555555555554444", "mastercard", Issuer.APPROVES),
    AMEX("378282246310005", "amex", Issuer.APPROVES),
    DISCOVER("6011111111111117", "discover", Issuer.APPROVES),
    DECLINED("4000000000000002", "visa", Issuer.DECLINES),
    INSUFFICIENT_FUNDS("4000000000009995", "visa", Issuer.HAS_INSUFFICIENT_FUNDS),
    LOST("4000000000009987", "visa", Issuer.SAYS_LOST),
    STOLEN("4000000000009979", "visa", Issuer.SAYS_STOLEN),
    EXPIRED("4000000000000069", "visa", Issuer.SAYS_EXPIRED),
    WRONG_CVC("4000000000000127", "visa", Issuer.SAYS_WRONG_CVC),
    PROCESSING_ERROR("4000000000000119", "visa", Issuer.FAILS),
    DISPUTED_AS_FRAUDULENT("4000000000000259", "visa", Issuer.APPROVES),
    DISPUTED_AS_NOT_RECEIVED("4000000000002685", "visa", Issuer.APPROVES),
    INQUIRED_ABOUT("4000000000001976", "visa", Issuer.APPROVES),
    EARLY_FRAUD_WARNING("4000000000005423", "visa", Issuer.APPROVES),
    DISPUTED_SEVERAL_TIMES("4000000404000079", "visa", Issuer.APPROVES),
    REFUND_PENDS("4000000000007726", "visa", Issuer.APPROVES),
    REFUND_FAILS("4000000000005126", "visa", Issuer.APPROVES),
    AVAILABLE_AT_ONCE("4000000000000077", "visa", Issuer.APPROVES),
    THREE_D_SECURE_ALWAYS("4000002760003184", "visa", Issuer.APPROVES, true),
    THREE_D_SECURE_UNLESS_SET_UP("4000002500003155", "visa", Issuer.APPROVES, true),
    THREE_D_SECURE_REQUIRED("4000000000003220", "visa", Issuer.APPROVES, true),
    THREE_D_SECURE_THEN_DECLINED("4000008400001629", "visa", Issuer.DECLINES, true),
    THREE_D_SECURE_THEN_INSUFFICIENT_FUNDS("4000008260003178", "visa", Issuer.HAS_INSUFFICIENT_FUNDS, true);

    /** What the issuer answers. The messages of lost and stolen cards reveal nothing, as Stripe asks. */
    public enum Issuer {
        APPROVES("", "", ""),
        DECLINES("card_declined", "generic_decline", "Your card was declined."),
        HAS_INSUFFICIENT_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds."),
        SAYS_LOST("card_declined", "lost_card", "Your card was declined."),
        SAYS_STOLEN("card_declined", "stolen_card", "Your card was declined."),
        SAYS_EXPIRED("expired_card", "expired_card", "Your card has expired."),
        SAYS_WRONG_CVC("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
        FAILS(
                "processing_error",
                "processing_error",
                "An error occurred while processing your card. Try again in a little bit.");

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

        String code() {
            return code;
        }

        public String declineCode() {
            return declineCode;
        }

        public String message() {
            return message;
        }
    }

    private final String number;
    private final String brand;
    private final Issuer issuer;
    private final boolean threeDSecure;

    TestCard(String number, String brand, Issuer issuer) {
        this(number, brand, issuer, false);
    }

    TestCard(String number, String brand, Issuer issuer, boolean threeDSecure) {
        this.number = number;
        this.brand = brand;
        this.issuer = issuer;
        this.threeDSecure = threeDSecure;
    }

    public static Optional<TestCard> find(String digits) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
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

    public boolean asksThreeDSecure() {
        return threeDSecure;
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
