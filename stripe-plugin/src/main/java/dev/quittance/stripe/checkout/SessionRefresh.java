package dev.quittance.stripe.checkout;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.payment.Applied;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads again at Stripe what is not final here, and has it applied. Used by the return page, by a click on a session whose time
 * is up, and by the sweep. Never inside a transaction. Thread-safe.
 */
public final class SessionRefresh {
    private static final int NOT_FOUND = 404;

    private final StripeGateway gateway;
    private final Connections connections;
    private final Operations operations;
    private final Attempts attempts;
    private final Payments payments;

    /** Reads with the keys of these connections. */
    public SessionRefresh(
            StripeGateway gateway,
            Connections connections,
            Operations operations,
            Attempts attempts,
            Payments payments) {
        this.gateway = gateway;
        this.connections = connections;
        this.operations = operations;
        this.attempts = attempts;
        this.payments = payments;
    }

    /**
     * Reads an attempt's session again and applies what it says; an attempt whose session is not known yet has its call made
     * first, with the same key and bytes.
     *
     * @return what came of it; empty if Stripe could not be read now
     */
    public Optional<Applied> refresh(Attempt attempt) {
        Optional<Attempt> known = attempt.sessionId().isPresent() ? Optional.of(attempt) : made(attempt);
        return known.flatMap(a -> a.sessionId().flatMap(id -> read(a, id)));
    }

    /** Whether work that nobody waits for may read at a connection's account now; yes where there is none to read at. */
    public boolean hasSpare(OrgId org, UUID connectionId) {
        return account(org, connectionId).map(gateway::hasSpare).orElse(true);
    }

    /** Reads a payment's charge again and books the fee if Stripe has it by now; false if Stripe could not be read. */
    public boolean refreshFee(Payment payment) {
        Optional<StripeAccount> account = account(payment.org(), payment.place().connectionId());
        Optional<ChargeReading> charge = account.flatMap(a -> payment.chargeId()
                .flatMap(id -> value(a, gateway.charge(a, id)))
                .or(() -> value(a, gateway.intent(a, payment.intentId())).flatMap(intent -> intent.latestCharge())));
        account.ifPresent(a -> charge.ifPresent(c -> payments.applyFee(a, c)));
        if (charge.isEmpty() && account.filter(a -> isGone(a, payment)).isPresent()) {
            payments.discrepancies().notAtStripe(payment);
        }
        return charge.isPresent();
    }

    /** Whether Stripe says for certain that it has no such payment. */
    private boolean isGone(StripeAccount account, Payment payment) {
        return gateway.intent(account, payment.intentId())
                .fold(a -> false, d -> false, refused -> refused.status() == NOT_FOUND, u -> false);
    }

    private Optional<Attempt> made(Attempt attempt) {
        operations.perform(attempt.org(), attempt.operationId());
        return attempts.find(attempt.org(), attempt.attemptId());
    }

    private Optional<Applied> read(Attempt attempt, String sessionId) {
        return account(attempt.org(), attempt.place().connectionId()).flatMap(account -> {
            Optional<SessionReading> reading = value(account, gateway.session(account, sessionId));
            return reading.map(r -> payments.apply(account, r));
        });
    }

    private Optional<StripeAccount> account(OrgId org, UUID connectionId) {
        return connections.find(org, connectionId).map(Connection::stripeAccount);
    }

    private <T> Optional<T> value(StripeAccount account, Outcome<T> outcome) {
        return outcome.fold(
                accepted -> Optional.of(accepted.value()),
                declined -> Optional.empty(),
                refused -> {
                    if (refused.isKeyTrouble()) {
                        connections.keyRefused(account.org(), account.connectionId(), refused.code());
                    }
                    return Optional.empty();
                },
                unknown -> Optional.empty());
    }
}
