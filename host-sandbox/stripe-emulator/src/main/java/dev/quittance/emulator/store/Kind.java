package dev.quittance.emulator.store;

import java.util.Arrays;
import java.util.List;

/** What the store holds. The first ones are Stripe's objects, the last ones are the local Stripe's own notes. */
public enum Kind {
    ACCOUNT("account", "acct_", List.of("_secret_key", "_restricted_key", "_publishable_key")),
    SESSION("checkout.session", "cs_test_", List.of("payment_intent", "customer", "status", "_email")),
    PAYMENT_INTENT("payment_intent", "pi_", List.of("customer", "_session")),
    CHARGE("charge", "ch_", List.of("payment_intent", "customer")),
    PAYMENT_METHOD("payment_method", "pm_", List.of("customer", "type")),
    SETUP_INTENT("setup_intent", "seti_", List.of("customer", "payment_method", "_session")),
    SETUP_ATTEMPT("setup_attempt", "setatt_", List.of("setup_intent")),
    MANDATE("mandate", "mandate_", List.of("payment_method")),
    CUSTOMER("customer", "cus_", List.of("email", "deleted")),
    BALANCE_TRANSACTION(
            "balance_transaction", "txn_", List.of("source", "type", "currency", "net", "available_on", "_payout")),
    REFUND("refund", "re_", List.of("charge", "payment_intent")),
    DISPUTE("dispute", "dp_", List.of("charge", "payment_intent", "status")),
    EARLY_FRAUD_WARNING("radar.early_fraud_warning", "issfr_", List.of("charge")),
    PAYOUT("payout", "po_", List.of("status", "destination", "arrival_date")),
    BANK_ACCOUNT("bank_account", "ba_", List.of()),
    EVENT("event", "evt_", List.of("type", "pending_webhooks")),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_", List.of()),
    /** One event on its way to one endpoint. */
    DELIVERY("_delivery", "dlv_", List.of("event", "endpoint", "state")),
    /** A charge whose balance transaction comes a moment later. */
    SETTLEMENT("_settlement", "stl_", List.of()),
    /** Funds that become available at a moment. */
    AVAILABILITY("_availability", "avl_", List.of("at")),
    /** The next automatic payout. */
    PAYOUT_RUN("_payout_run", "por_", List.of()),
    /** The first answer to an idempotency key. */
    IDEMPOTENCY("_idempotency", "", List.of()),
    /** What opens an account. */
    API_KEY("_api_key", "", List.of()),
    /** That a platform may act for an account. */
    CONNECTION("_connection", "", List.of("platform")),
    /** What platforms are to those who connect to them. */
    APPLICATION("application", "ca_", List.of()),
    /** A grant that was given and not yet taken. */
    OAUTH_CODE("_oauth_code", "ac_", List.of()),
    /** The way to an onboarding page. */
    ACCOUNT_LINK("_account_link", "", List.of()),
    /** An account whose details are being looked at. */
    VERIFICATION("_verification", "", List.of());

    /** Notes in a document that start with this are ours and never leave. */
    static final String PRIVATE_MARK = "_";

    private final String objectName;
    private final String idPrefix;
    private final List<String> facets;

    Kind(String objectName, String idPrefix, List<String> facets) {
        this.objectName = objectName;
        this.idPrefix = idPrefix;
        this.facets = facets;
    }

    /** Whether there is one for test and live mode together; the rest belongs to one mode each. */
    boolean isOfBothModes() {
        return this == ACCOUNT;
    }

    /** The kind of an object by its id, such as a balance transaction's source. */
    public static Kind ofId(String id, Kind otherwise) {
        if (id.startsWith("pyr_")) {
            return REFUND;
        }
        return Arrays.stream(values())
                .filter(kind -> !kind.idPrefix.isEmpty() && id.startsWith(kind.idPrefix))
                .findFirst()
                .orElse(otherwise);
    }

    /** The value of {@code object} in Stripe's JSON. */
    String objectName() {
        return objectName;
    }

    String idPrefix() {
        return idPrefix;
    }

    /** The fields that lists and look-ups filter by; kept beside the JSON so that it need not be read. */
    List<String> facets() {
        return facets;
    }

    /** How Stripe calls it in a sentence such as "No such payment_intent: …". */
    public String noun() {
        return this == WEBHOOK_ENDPOINT ? "webhook endpoint" : this == PAYMENT_METHOD ? "PaymentMethod" : objectName;
    }
}
