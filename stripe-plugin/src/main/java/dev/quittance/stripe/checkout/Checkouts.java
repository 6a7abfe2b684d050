package dev.quittance.stripe.checkout;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.document.Documents;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.AttemptState;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Decline;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.StripePlace;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.Timeline;
import dev.quittance.stripe.request.TimelineEntry;
import dev.quittance.stripe.storage.Database;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * From the customer's click to a hosted session. Attempt and operation are written and committed in one transaction under the
 * request's lock before Stripe is called, so however often and at the same time somebody clicks, there is one session. A click
 * after trouble sends the same call again. Thread-safe.
 */
public final class Checkouts {
    private static final String PATH = "/v1/checkout/sessions";

    /** The customer is likely still on the page when this reading comes, in case nobody else tells. */
    private static final Duration FIRST_CHECK = Duration.ofMinutes(1);

    private final PluginContext context;
    private final Database database;
    private final Services services;
    private final SessionParameters parameters;
    private final Marks marks;
    private final Turns turns = new Turns();

    /**
     * What a checkout stands on.
     *
     * @param requests what is paid
     * @param attempts the sessions so far
     * @param connections the accounts
     * @param operations calls to Stripe
     * @param refresh readings at Stripe
     * @param timeline what happened to a request
     * @param documents what stands behind the links of invoices
     * @param marks by which our own is known again at Stripe
     */
    public record Services(
            Requests requests,
            Attempts attempts,
            Connections connections,
            Operations operations,
            SessionRefresh refresh,
            Timeline timeline,
            Documents documents,
            Marks marks) {}

    /** Checkouts on these services. */
    public Checkouts(PluginContext context, Database database, Services services) {
        this.context = context;
        this.database = database;
        this.services = services;
        this.parameters = new SessionParameters(context.urls());
        this.marks = services.marks();
    }

    /** Takes the customer to the session of the one live attempt, making it if there is none. Never inside a transaction. */
    Start start(PayAddress address) {
        OrgId org = address.link().org();
        Optional<Connection> connection = services.connections().findLive(org).filter(Connection::canCharge);
        if (connection.isEmpty()) {
            return Start.of(Start.Kind.NOT_READY);
        }
        if (!lookedAtExpired(org, address.link().requestId())) {
            return Start.of(Start.Kind.NOT_REACHED);
        }
        StripeAccount account = connection.get().stripeAccount();
        return database.transaction(tx -> claim(tx, address, account))
                .map(this::goOn)
                .orElse(Start.of(Start.Kind.NOTHING_TO_PAY));
    }

    /** A session whose time is up by our clock is looked at before anything is built on that; false if Stripe cannot be read. */
    private boolean lookedAtExpired(OrgId org, UUID requestId) {
        Optional<Attempt> live = database.read(db -> services.attempts().findLive(db, org, requestId));
        return live.filter(attempt -> attempt.state() == AttemptState.OPEN)
                .filter(services.attempts()::isPastExpiry)
                .map(attempt -> services.refresh().refresh(attempt).isPresent())
                .orElse(true);
    }

    /** The live attempt of a request that can be paid; a new one, with its operation, if there is none. */
    private Optional<Attempt> claim(DSLContext tx, PayAddress address, StripeAccount account) {
        PaymentRequest locked = services.requests()
                .lock(tx, address.link().org(), address.link().requestId());
        if (!locked.isPayable()) {
            return Optional.empty();
        }
        PaymentRequest request = services.requests().view(tx, locked);
        return services.attempts()
                .findLive(tx, request.org(), request.requestId())
                .or(() -> Optional.of(begin(tx, request, address.token(), account)));
    }

    private Attempt begin(DSLContext tx, PaymentRequest request, String token, StripeAccount account) {
        UUID attemptId = context.ids().next();
        UUID operationId = context.ids().next();
        Instant now = context.clock().instant();
        Attempt attempt = new Attempt(
                request.org(),
                attemptId,
                request.requestId(),
                operationId,
                StripePlace.of(account),
                request.amount(),
                AttemptState.PREPARED,
                Optional.empty(),
                Optional.empty(),
                Decline.NONE,
                Optional.of(now.plus(FIRST_CHECK)),
                now,
                0);
        services.attempts().add(tx, attempt);
        services.operations()
                .prepare(
                        tx,
                        operationId,
                        new OperationDraft(
                                account,
                                CheckoutSessions.KIND,
                                PATH,
                                parameters.of(request, token, marks.of(tx, request, attemptId, operationId)),
                                attemptId));
        services.timeline().add(tx, request, "attempt_started", TimelineEntry.CUSTOMER, "");
        return attempt;
    }

    private Start goOn(Attempt attempt) {
        Attempt ready = attempt.state() == AttemptState.PREPARED ? performed(attempt) : attempt;
        Optional<URI> address = services.attempts().findAddress(ready);
        return switch (ready.state()) {
            case OPEN ->
                isStopped(ready)
                        ? Start.of(Start.Kind.NOTHING_TO_PAY)
                        : address.map(Start::go).orElse(Start.of(Start.Kind.NOTHING_TO_PAY));
            case PREPARED -> Start.of(Start.Kind.NOT_REACHED);
            case ABANDONED -> Start.of(ended(ready));
            case PROCESSING, SUCCEEDED, EXPIRED, FAILED -> Start.of(Start.Kind.NOTHING_TO_PAY);
        };
    }

    /** The office may have withdrawn it while the session was made: nobody is sent there then, and it is closed. */
    private boolean isStopped(Attempt attempt) {
        return services.requests()
                .find(attempt.org(), attempt.requestId())
                .flatMap(PaymentRequest::stopped)
                .isPresent();
    }

    private Attempt performed(Attempt attempt) {
        return turns.take(attempt.attemptId(), () -> {
            Operation operation = services.operations().perform(attempt.org(), attempt.operationId());
            return services.attempts()
                    .find(operation.org(), attempt.attemptId())
                    .orElse(attempt);
        });
    }

    /** What was proved never to have been made can be tried again at once; what was refused is the office's turn. */
    private Start.Kind ended(Attempt attempt) {
        OperationState state =
                services.operations().get(attempt.org(), attempt.operationId()).state();
        return state == OperationState.ABSENT ? Start.Kind.NOT_REACHED : Start.Kind.REFUSED;
    }
}
