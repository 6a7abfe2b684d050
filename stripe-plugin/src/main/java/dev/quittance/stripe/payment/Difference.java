package dev.quittance.stripe.payment;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.SessionReading;
import java.util.Optional;

/**
 * Where a reading and our own row disagree. Looked for before any move: what differs is never booked. Immutable.
 *
 * @param kind stable: {@code amount_differs}, {@code wrong_account}, …
 * @param detail both sides, for staff
 */
record Difference(String kind, String detail) {
    /** The first difference, if there is one. */
    static Optional<Difference> find(Attempt attempt, String stripeAccountId, SessionReading reading) {
        if (!attempt.place().stripeAccountId().equals(stripeAccountId)) {
            return differ("wrong_account", attempt.place().stripeAccountId(), stripeAccountId);
        }
        if (attempt.place().livemode() != reading.livemode()) {
            return differ("wrong_mode", attempt.place().livemode(), reading.livemode());
        }
        if (!attempt.requestId().toString().equals(reading.clientReferenceId())
                || !attempt.requestId().toString().equals(reading.metadata().get(Marks.REQUEST))) {
            return differ("wrong_request", attempt.requestId(), reading.clientReferenceId());
        }
        if (!attempt.org().value().equals(reading.metadata().get(Marks.ORG))) {
            return differ(
                    "wrong_organisation", attempt.org(), reading.metadata().getOrDefault(Marks.ORG, ""));
        }
        if (!attempt.sessionId().orElse(reading.id()).equals(reading.id())) {
            return differ("second_session", attempt.sessionId().orElse(""), reading.id());
        }
        if (!attempt.amount().equals(reading.amountTotal())) {
            return differ("amount_differs", attempt.amount(), reading.amountTotal());
        }
        return reading.intent().flatMap(intent -> find(attempt, intent));
    }

    private static Optional<Difference> find(Attempt attempt, IntentReading intent) {
        if (attempt.place().livemode() != intent.livemode()) {
            return differ("wrong_mode", attempt.place().livemode(), intent.livemode());
        }
        if (!attempt.attemptId().toString().equals(intent.metadata().get(Marks.ATTEMPT))) {
            return differ(
                    "wrong_attempt", attempt.attemptId(), intent.metadata().getOrDefault(Marks.ATTEMPT, ""));
        }
        if (!attempt.amount().equals(intent.amount())) {
            return differ("amount_differs", attempt.amount(), intent.amount());
        }
        Money received = intent.amountReceived();
        if (intent.status().equals(StripeWords.SUCCEEDED) && !attempt.amount().equals(received)) {
            return differ("amount_differs", attempt.amount(), received);
        }
        return Optional.empty();
    }

    private static Optional<Difference> differ(String kind, Object ours, Object stripes) {
        return Optional.of(new Difference(kind, "ours " + ours + ", Stripe's " + stripes));
    }
}
