package dev.quittance.stripe.refund;

import dev.quittance.stripe.payment.Payment;
import java.util.Optional;

/** Why money is given back. */
public enum RefundReason {
    /** It came twice. */
    DUPLICATE("duplicate", "duplicate"),
    /** The customer asked for it. */
    REQUESTED_BY_CUSTOMER("requested_by_customer", "requested_by_customer"),
    /** Somebody else paid with the customer's card; only Stripe says so. */
    FRAUDULENT("fraudulent", "fraudulent"),
    /** Anything else. */
    OTHER("other", "");

    private final String code;
    private final String stripeWord;

    RefundReason(String code, String stripeWord) {
        this.code = code;
        this.stripeWord = stripeWord;
    }

    /** As it is stored, and as programs write it. */
    public String code() {
        return code;
    }

    /** Stripe's word for it; empty where Stripe has none. */
    Optional<String> stripeWord() {
        return stripeWord.isEmpty() ? Optional.empty() : Optional.of(stripeWord);
    }

    /**
     * Whether the customer owes the money again unless somebody says otherwise: what came twice or by fraud was never off the price.
     */
    public boolean isOwedAgain(Payment payment) {
        return payment.overpaid() || this == DUPLICATE || this == FRAUDULENT;
    }

    /** The reason of that code, or empty if there is none. */
    public static Optional<RefundReason> find(String code) {
        for (RefundReason reason : values()) {
            if (reason.code.equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
