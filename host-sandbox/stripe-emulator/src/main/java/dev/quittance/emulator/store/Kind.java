package dev.quittance.emulator.store;

import java.util.List;

/** What the store holds. The first ones are Stripe's objects, the last ones are the local Stripe's own notes. */
public enum Kind {
    ACCOUNT("account", "acct_", List.of()),
    SESSION("checkout.session", "cs_test_", List.of("payment_intent", "customer", "status", "_email")),
    PAYMENT_INTENT("payment_intent", "pi_", List.of("customer", "_session")),
    CHARGE("charge", "ch_", List.of("payment_intent", "customer")),
    PAYMENT_METHOD("payment_method", "pm_", List.of("customer", "type")),
    SETUP_INTENT("setup_intent", "seti_", List.of("customer", "payment_method", "_session")),
    SETUP_ATTEMPT("setup_attempt", "setatt_", List.of("setup_intent")),
    MANDATE("mandate", "mandate_", List.of("payment_method")),
    CUSTOMER("customer", "cus_", List.of("email", "deleted")),
    BALANCE_TRANSACTION("balance_transaction", "txn_", List.of("source", "type", "currency", "net", "available_on")),
    EVENT("event", "evt_", List.of("type")),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_", List.of()),
    /** One event on its way to one endpoint. */
    DELIVERY("_delivery", "dlv_", List.of("event", "endpoint", "state")),
    /** A charge whose balance transaction comes a moment later. */
    SETTLEMENT("_settlement", "stl_", List.of()),
    /** The first answer to an idempotency key. */
    IDEMPOTENCY("_idempotency", "", List.of());

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
