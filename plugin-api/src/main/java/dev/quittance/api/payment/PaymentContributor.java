package dev.quittance.api.payment;

import dev.quittance.api.ImplementedByPlugin;
import java.util.List;
import java.util.Map;
import org.pf4j.ExtensionPoint;

/**
 * Adds to a payment before it is requested. Must be thread-safe and pure: it may be asked more than once for the same draft. It
 * fails alone: what throws or takes longer than 2 s is left out and noted.
 */
@ImplementedByPlugin
public interface PaymentContributor extends ExtensionPoint {
    /** Metadata to keep with the payment; the host puts the plugin's id before each key. At most 10 keys of 40, values of 500 characters. */
    default Map<String, String> metadata(PaymentDraft draft) {
        return Map.of();
    }

    /** Lines for the receipt, in the customer's language. At most 5 of 200 characters. */
    default List<String> receiptLines(PaymentDraft draft) {
        return List.of();
    }
}
