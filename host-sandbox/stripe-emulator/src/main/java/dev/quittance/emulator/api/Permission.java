package dev.quittance.emulator.api;

import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.StripeApi;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a restricted key must be allowed in order to call an operation.
 *
 * @param resource as Stripe names it in the permission, such as {@code customer}
 * @param level {@code read} or {@code write}
 */
public record Permission(String resource, String level) {
    /** What calls on behalf of a connected account need besides. */
    static final String CONNECT = "connect";

    /** Where the resource is not the first word of the path in the singular. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("account", "accounts_kyc_basic"),
            Map.entry("accounts", "accounts_kyc_basic"),
            Map.entry("balance_transactions", "balance_transaction_source"),
            Map.entry("billing_portal", "customer_portal"),
            Map.entry("checkout", "checkout_session"),
            Map.entry("invoiceitems", "invoice"),
            // One permission for charges and refunds.
            Map.entry("refunds", "charge"),
            Map.entry("setup_attempts", "setup_intent"),
            Map.entry("webhook_endpoints", "webhook"));

    /** Every resource that a permission can be given for. */
    public static Set<String> resources() {
        Set<String> resources = new TreeSet<>();
        StripeApi.get().areas().forEach(area -> resources.add(of("GET", area).resource()));
        resources.add(CONNECT);
        return resources;
    }

    static Permission of(String method, String firstSegment) {
        String singular =
                firstSegment.endsWith("s") ? firstSegment.substring(0, firstSegment.length() - 1) : firstSegment;
        return new Permission(
                NAMES.getOrDefault(firstSegment, singular), method.equals("GET") ? ApiKey.READ : ApiKey.WRITE);
    }

    /**
     * Refuses a restricted key that lacks it.
     *
     * @param account on whose behalf the call is
     * @throws ApiError 403 with the permission's name
     */
    void require(ApiKey key, String account) {
        if (!key.may(resource, level)) {
            throw ApiError.forbidden(
                    null,
                    "The provided key '" + ApiKey.redacted(key.key())
                            + "' does not have the required permissions for this"
                            + " endpoint on account '" + account + "'. Having the 'rak_" + resource + "_" + level
                            + "' permission would allow this request to continue.");
        }
        if (!account.equals(key.account()) && !key.may(CONNECT, level)) {
            throw ApiError.forbidden(
                    null,
                    "You passed a restricted API key with the Stripe-Account header, but the restricted API key does not"
                            + " have any Connect permissions.");
        }
    }
}
