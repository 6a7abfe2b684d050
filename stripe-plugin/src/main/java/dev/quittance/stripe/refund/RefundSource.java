package dev.quittance.stripe.refund;

/** Who wanted money to be given back. */
public enum RefundSource {
    /** A person or a program of the organisation, here. */
    OFFICE,
    /** The organisation's rule for money that came twice. */
    POLICY,
    /** Somebody at Stripe: in its dashboard or by another program. */
    STRIPE
}
