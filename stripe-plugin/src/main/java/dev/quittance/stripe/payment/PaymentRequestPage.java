package dev.quittance.stripe.payment;

import java.util.List;

/**
 * One page of payment requests.
 *
 * @param items newest first
 * @param next the cursor of the next page, for {@code after}; empty on the last
 */
public record PaymentRequestPage(List<PaymentRequestView> items, String next) {
    /** Copies the items. */
    public PaymentRequestPage {
        items = List.copyOf(items);
    }
}
