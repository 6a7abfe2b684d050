package dev.quittance.emulator.api;

import static java.util.Map.entry;

import dev.quittance.emulator.store.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fields hold the id of another object: what {@code expand} can follow. */
final class Links {
    private static final Map<Kind, Map<String, Kind>> TARGETS = Map.ofEntries(
            entry(
                    Kind.SESSION,
                    Map.of(
                            "payment_intent", Kind.PAYMENT_INTENT,
                            "setup_intent", Kind.SETUP_INTENT,
                            "customer", Kind.CUSTOMER)),
            entry(
                    Kind.SETUP_INTENT,
                    Map.of(
                            "customer", Kind.CUSTOMER,
                            "latest_attempt", Kind.SETUP_ATTEMPT,
                            "mandate", Kind.MANDATE,
                            "payment_method", Kind.PAYMENT_METHOD,
                            "single_use_mandate", Kind.MANDATE)),
            entry(
                    Kind.SETUP_ATTEMPT,
                    Map.of(
                            "customer", Kind.CUSTOMER,
                            "payment_method", Kind.PAYMENT_METHOD,
                            "setup_intent", Kind.SETUP_INTENT)),
            entry(Kind.MANDATE, Map.of("payment_method", Kind.PAYMENT_METHOD)),
            entry(
                    Kind.PAYMENT_INTENT,
                    Map.of(
                            "latest_charge", Kind.CHARGE,
                            "customer", Kind.CUSTOMER,
                            "payment_method", Kind.PAYMENT_METHOD)),
            entry(
                    Kind.CHARGE,
                    Map.of(
                            "balance_transaction", Kind.BALANCE_TRANSACTION,
                            "failure_balance_transaction", Kind.BALANCE_TRANSACTION,
                            "customer", Kind.CUSTOMER,
                            "payment_intent", Kind.PAYMENT_INTENT)),
            entry(Kind.BALANCE_TRANSACTION, Map.of("source", Kind.CHARGE)),
            entry(
                    Kind.REFUND,
                    Map.of(
                            "balance_transaction", Kind.BALANCE_TRANSACTION,
                            "failure_balance_transaction", Kind.BALANCE_TRANSACTION,
                            "charge", Kind.CHARGE,
                            "payment_intent", Kind.PAYMENT_INTENT,
                            "customer", Kind.CUSTOMER,
                            "payment_method", Kind.PAYMENT_METHOD)),
            entry(Kind.DISPUTE, Map.of("charge", Kind.CHARGE, "payment_intent", Kind.PAYMENT_INTENT)),
            entry(
                    Kind.PAYOUT,
                    Map.of(
                            "balance_transaction", Kind.BALANCE_TRANSACTION,
                            "failure_balance_transaction", Kind.BALANCE_TRANSACTION,
                            "destination", Kind.BANK_ACCOUNT)),
            entry(Kind.PAYMENT_METHOD, Map.of("customer", Kind.CUSTOMER)));

    /** Expandable at Stripe too, but always null here, as nothing that the local Stripe does fills them. */
    private static final Map<Kind, List<String>> ALWAYS_NULL = Map.ofEntries(
            entry(Kind.SESSION, List.of("invoice", "subscription", "payment_link")),
            entry(Kind.PAYMENT_INTENT, List.of("application", "on_behalf_of", "review", "source")),
            entry(Kind.CHARGE, List.of("application", "application_fee", "on_behalf_of", "review")),
            entry(Kind.REFUND, List.of("source_transfer_reversal", "transfer_reversal")),
            entry(Kind.PAYOUT, List.of("application_fee", "original_payout", "reversed_by")),
            entry(Kind.SETUP_INTENT, List.of("application", "on_behalf_of")),
            entry(Kind.CUSTOMER, List.of("default_source", "test_clock")));

    private Links() {}

    static Optional<Kind> target(Kind kind, String field) {
        return Optional.ofNullable(TARGETS.getOrDefault(kind, Map.of()).get(field));
    }

    static boolean isAlwaysNull(Kind kind, String field) {
        return ALWAYS_NULL.getOrDefault(kind, List.of()).contains(field);
    }
}
