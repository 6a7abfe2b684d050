package dev.quittance.stripe.operation;

import dev.quittance.stripe.gateway.StripeAccount;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A mutating call to Stripe, about to be written down. Immutable and thread-safe.
 *
 * @param account where
 * @param kind what it does; an {@link OperationEffect} of this kind must be registered
 * @param path Stripe's path, for example {@code /v1/checkout/sessions}
 * @param parameters Stripe's form parameters by their full names, for example {@code line_items[0][quantity]}
 * @param subjectId what it is for
 */
public record OperationDraft(
        StripeAccount account, String kind, String path, SortedMap<String, String> parameters, UUID subjectId) {
    /** Copies the parameters; refuses a path outside Stripe's first API version. */
    public OperationDraft {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subjectId, "subjectId");
        if (!path.startsWith("/v1/")) {
            throw new IllegalArgumentException("not a path of Stripe's: " + path);
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
