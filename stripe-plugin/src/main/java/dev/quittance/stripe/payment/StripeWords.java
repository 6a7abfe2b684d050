package dev.quittance.stripe.payment;

/** The words of Stripe's statuses that mean something here. Unknown ones say nothing and are read again later. */
final class StripeWords {
    static final String COMPLETE = "complete";
    static final String EXPIRED = "expired";
    static final String PAID = "paid";
    static final String SUCCEEDED = "succeeded";
    static final String PROCESSING = "processing";
    static final String REQUIRES_PAYMENT_METHOD = "requires_payment_method";
    static final String CANCELED = "canceled";

    private StripeWords() {}
}
