package dev.quittance.stripe.payment;

/**
 * A bank's refusal. Immutable.
 *
 * @param code Stripe's decline code, else its error code; empty for none
 * @param chargeId the charge that was refused; empty where there was not even one
 */
public record Decline(String code, String chargeId) {
    /** No refusal. */
    public static final Decline NONE = new Decline("", "");

    /** Whether there was one. */
    public boolean isPresent() {
        return !code.isEmpty();
    }
}
