package dev.quittance.stripe.request;

import java.util.Optional;

/**
 * Which requests of an organisation somebody wants to see. Immutable.
 *
 * @param recordObject only for records of this kind
 * @param recordId only for the record of this id; sensible only with its kind
 * @param state only those in this state
 */
public record RequestFilter(Optional<String> recordObject, Optional<String> recordId, Optional<RequestState> state) {}
