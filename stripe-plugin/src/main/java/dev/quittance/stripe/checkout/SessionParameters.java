package dev.quittance.stripe.checkout;

import dev.quittance.api.host.Urls;
import dev.quittance.stripe.request.PayLinks;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stripe's parameters for a hosted session in payment mode. Payment methods are left to the account's own settings. Source:
 * "Create a Checkout Session", API version 2026-07-29.dahlia.
 */
final class SessionParameters {
    /** Stripe puts the session's id in its place; the braces must reach Stripe as they are. */
    private static final String SESSION_ID_QUERY = "?session_id={CHECKOUT_SESSION_ID}";

    private final Urls urls;

    SessionParameters(Urls urls) {
        this.urls = urls;
    }

    SortedMap<String, String> of(PaymentRequest request, String token, Map<String, String> marks) {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("mode", "payment");
        all.put("submit_type", "pay");
        all.put("client_reference_id", request.requestId().toString());
        if (!request.recipient().email().isEmpty()) {
            all.put("customer_email", request.recipient().email());
        }
        all.put("customer_creation", "always");
        all.put("line_items[0][quantity]", "1");
        all.put(
                "line_items[0][price_data][currency]",
                request.amount().currency().toLowerCase(Locale.ROOT));
        all.put(
                "line_items[0][price_data][unit_amount]",
                Long.toString(request.amount().minor()));
        all.put("line_items[0][price_data][product_data][name]", request.description());
        all.put("payment_intent_data[description]", request.description());
        all.put("success_url", urls.publicPage(PayLinks.PREFIX, List.of(token, PayAddress.DONE)) + SESSION_ID_QUERY);
        all.put("cancel_url", urls.publicPage(PayLinks.PREFIX, List.of(token)).toString());
        marks.forEach((key, value) -> {
            all.put("metadata[" + key + "]", value);
            all.put("payment_intent_data[metadata][" + key + "]", value);
        });
        return all;
    }
}
