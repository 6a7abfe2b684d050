package dev.quittance.stripe.gateway;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a call to Stripe. A time limit is {@link Unknown}, never a refusal. Implementations are immutable.
 *
 * @param <T> what an accepted call gives
 */
public sealed interface Outcome<T> {
    /** One of the four, as a value. */
    <R> R fold(
            Function<Accepted<T>, R> accepted,
            Function<Declined<T>, R> declined,
            Function<Refused<T>, R> refused,
            Function<Unknown<T>, R> unknown);

    /** The value of an accepted call, else empty. */
    default Optional<T> answer() {
        return fold(a -> Optional.of(a.value()), d -> Optional.empty(), r -> Optional.empty(), u -> Optional.empty());
    }

    /** The same outcome, about something else. */
    default <R> Outcome<R> map(Function<T, R> change) {
        return fold(
                a -> new Accepted<>(change.apply(a.value()), a.requestId()),
                d -> new Declined<>(d.code(), d.declineCode(), d.message()),
                r -> new Refused<>(r.status(), r.code(), r.message()),
                u -> new Unknown<>(u.reason(), u.notSent(), u.status()));
    }

    /**
     * Stripe did it.
     *
     * @param value what it answered
     * @param requestId Stripe's id of the call, for its support; may be empty
     */
    record Accepted<T>(T value, String requestId) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<Accepted<T>, R> accepted,
                Function<Declined<T>, R> declined,
                Function<Refused<T>, R> refused,
                Function<Unknown<T>, R> unknown) {
            return accepted.apply(this);
        }
    }

    /**
     * A bank said no: no money moved.
     *
     * @param code Stripe's error code, for example {@code card_declined}
     * @param declineCode why, for example {@code insufficient_funds}; may be empty
     * @param message Stripe's words, for staff
     */
    record Declined<T>(String code, String declineCode, String message) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<Accepted<T>, R> accepted,
                Function<Declined<T>, R> declined,
                Function<Refused<T>, R> refused,
                Function<Unknown<T>, R> unknown) {
            return declined.apply(this);
        }
    }

    /**
     * Stripe said no for certain: nothing was done.
     *
     * @param status the HTTP status: 401 and 403 mean trouble with the key, 404 that there is no such object
     * @param code Stripe's error code; {@value #IDEMPOTENCY_ERROR} means a mistake of ours
     * @param message Stripe's words, for staff
     */
    record Refused<T>(int status, String code, String message) implements Outcome<T> {
        /** The key was used before with other bytes: the first call may have been carried out. */
        public static final String IDEMPOTENCY_ERROR = "idempotency_error";

        /** Whether the key is unknown, revoked or not allowed to do this. */
        public boolean isKeyTrouble() {
            return status == 401 || status == 403;
        }

        @Override
        public <R> R fold(
                Function<Accepted<T>, R> accepted,
                Function<Declined<T>, R> declined,
                Function<Refused<T>, R> refused,
                Function<Unknown<T>, R> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * Nobody knows yet: ask again with the same key, or read.
     *
     * @param reason what happened on the way, without content
     * @param notSent for certain nothing was done by <em>this</em> call: no byte left, or Stripe's limiter turned it away
     * @param status the HTTP status of an unreadable or failed answer, 0 where there was none
     */
    record Unknown<T>(String reason, boolean notSent, int status) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<Accepted<T>, R> accepted,
                Function<Declined<T>, R> declined,
                Function<Refused<T>, R> refused,
                Function<Unknown<T>, R> unknown) {
            return unknown.apply(this);
        }
    }
}
