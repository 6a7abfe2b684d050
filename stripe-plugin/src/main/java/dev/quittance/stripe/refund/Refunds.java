package dev.quittance.stripe.refund;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.RefundDraft;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.RefundReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Gives money back: sets it aside under the request's lock, so that no two people give the same money back, and then asks Stripe by
 * one call for each click. Thread-safe.
 */
public final class Refunds {
    private static final String PATH = "/v1/refunds";

    private final PluginContext context;
    private final Database database;
    private final Services services;
    private final Marks marks;

    /**
     * What refunds stand on.
     *
     * @param requests what was asked for
     * @param payments what came
     * @param connections whose key
     * @param operations the calls
     * @param gateway reads
     * @param books where refunds are written
     */
    public record Services(
            Requests requests,
            Payments payments,
            Connections connections,
            Operations operations,
            StripeGateway gateway,
            RefundBooks books) {}

    /** Refunds by these services. */
    public Refunds(PluginContext context, Database database, Services services) {
        this.context = context;
        this.database = database;
        this.services = services;
        this.marks = services.payments().marks();
    }

    /** What has been and is being given back. */
    public RefundBooks books() {
        return services.books();
    }

    /**
     * Gives money back, unless the same click did before. Never inside a transaction. Guards are asked first; then the money is set
     * aside and committed; then Stripe is asked.
     *
     * @return the refund as it stands then: RESERVED where Stripe has not answered, and it goes on by itself
     * @throws IllegalArgumentException if the organisation has no such payment, or the amount is in another currency
     */
    public RefundAnswer ask(RefundOrder order) {
        Payment payment = services.payments()
                .find(order.org(), order.paymentId())
                .filter(one -> one.amount().currency().equals(order.amount().currency()))
                .orElseThrow(() -> new IllegalArgumentException("no such payment: " + order.paymentId()));
        Optional<Refund> earlier = findSubmitted(order.org(), order.submissionKey());
        if (earlier.isPresent()) {
            return RefundAnswer.made(earlier.get());
        }
        if (services.operations().installations().findHold(order.org()).isPresent()) {
            return RefundAnswer.allHeld();
        }
        List<Objection> objections = context.paymentHooks().checkRefund(draft(order, payment));
        if (!objections.isEmpty()) {
            return RefundAnswer.objected(objections);
        }
        StripeAccount account = account(payment);
        RefundAnswer answer = database.transaction(tx -> reserve(tx, order, account));
        return answer.refund().map(refund -> perform(refund, account, payment)).orElse(answer);
    }

    /** The refund that a click made, or empty if it made none. */
    public Optional<Refund> findSubmitted(OrgId org, String submissionKey) {
        return database.read(sql -> services.books().repository().findSubmitted(sql, org, submissionKey));
    }

    /** The most of a payment that can be given back now; zero of one that has not come. */
    public Money most(Payment payment) {
        return database.read(sql -> most(sql, payment));
    }

    /** Reads a payment's refunds at Stripe and books what is new; false if Stripe could not be read now. Safe to repeat. */
    public boolean look(StripeAccount account, Payment payment) {
        Optional<List<RefundReading>> found =
                services.gateway().refunds(account, payment.intentId()).answer();
        found.ifPresent(all -> {
            database.inTransaction(tx ->
                    all.forEach(one -> services.books().apply(tx, account.org(), account.stripeAccountId(), one)));
            services.payments().tell();
        });
        return found.isPresent();
    }

    private RefundDraft draft(RefundOrder order, Payment payment) {
        PaymentRequest request = services.requests()
                .find(order.org(), payment.requestId())
                .orElseThrow(() -> new IllegalStateException("a request is never removed"));
        RefundTerms terms = order.terms();
        return new RefundDraft(
                order.org(),
                request.record(),
                order.paymentId().toString(),
                order.amount(),
                terms.reason().code(),
                terms.owedAgain(),
                terms.requestedBy());
    }

    /** The account by the connection in use, if that is the payment's; else by the one it was paid with, until it is back. */
    private StripeAccount account(Payment payment) {
        String wanted = payment.place().stripeAccountId();
        return services.connections()
                .findLive(payment.org())
                .filter(live -> live.stripeAccount().stripeAccountId().equals(wanted)
                        && live.stripeAccount().livemode() == payment.place().livemode())
                .or(() -> services.connections()
                        .find(payment.org(), payment.place().connectionId()))
                .map(Connection::stripeAccount)
                .orElseThrow(() -> new IllegalStateException("a connection is never removed"));
    }

    private Money most(DSLContext sql, Payment payment) {
        Money left = payment.state() == PaymentState.SUCCEEDED
                ? payment.amount().minus(payment.disputed())
                : Money.zero(payment.amount().currency());
        for (Refund refund : services.books().repository().list(sql, payment)) {
            left = refund.state().counts() ? left.minus(refund.amount()) : left;
        }
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    private RefundAnswer reserve(DSLContext tx, RefundOrder order, StripeAccount account) {
        Payment seen =
                services.payments().find(tx, order.org(), order.paymentId()).orElseThrow();
        PaymentRequest request = services.requests().lock(tx, order.org(), seen.requestId());
        RefundRepository repository = services.books().repository();
        Optional<Refund> earlier = repository.findSubmitted(tx, order.org(), order.submissionKey());
        if (earlier.isPresent()) {
            return RefundAnswer.made(earlier.get());
        }
        if (services.operations().installations().findHold(tx, order.org()).isPresent()) {
            return RefundAnswer.allHeld();
        }
        Payment payment =
                services.payments().find(tx, order.org(), order.paymentId()).orElseThrow();
        Money most = most(tx, payment);
        if (order.amount().compareTo(most) > 0) {
            return RefundAnswer.tooMuch(most);
        }
        UUID operationId = context.ids().next();
        Refund refund = fresh(order, payment, operationId);
        services.books().reserve(tx, request, refund, order.submissionKey());
        OperationDraft call = new OperationDraft(
                account, RefundEffect.KIND, PATH, parameters(tx, refund, request, payment), refund.refundId());
        Operation prepared = services.operations().prepare(tx, operationId, call);
        assert prepared.operationId().equals(operationId);
        return RefundAnswer.made(refund);
    }

    private Refund fresh(RefundOrder order, Payment payment, UUID operationId) {
        return new Refund(
                order.org(),
                context.ids().next(),
                payment.paymentId(),
                payment.requestId(),
                Optional.of(operationId),
                payment.place().stripeAccountId(),
                Optional.empty(),
                order.amount(),
                RefundState.RESERVED,
                order.terms(),
                "",
                context.clock().instant(),
                Optional.empty(),
                0);
    }

    private SortedMap<String, String> parameters(
            DSLContext tx, Refund refund, PaymentRequest request, Payment payment) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("payment_intent", payment.intentId());
        parameters.put("amount", Long.toString(refund.amount().minor()));
        refund.terms().reason().stripeWord().ifPresent(word -> parameters.put("reason", word));
        UUID operationId = refund.operationId().orElseThrow();
        marks.of(tx, request, payment.attemptId(), operationId)
                .forEach((key, value) -> parameters.put("metadata[" + key + "]", value));
        parameters.put("metadata[" + RefundBooks.MARK + "]", refund.refundId().toString());
        return parameters;
    }

    private RefundAnswer perform(Refund refund, StripeAccount account, Payment payment) {
        Optional<UUID> operationId = refund.operationId();
        if (refund.state() == RefundState.RESERVED && operationId.isPresent()) {
            Operation after = services.operations().perform(refund.org(), operationId.get());
            services.payments().tell();
            if (after.state() == OperationState.REFUSED) {
                // Somebody at Stripe may have been faster: then that is to be seen at once.
                boolean seen = look(account, payment);
                assert seen || after.state() == OperationState.REFUSED;
            }
        }
        return RefundAnswer.made(
                services.books().find(refund.org(), refund.refundId()).orElse(refund));
    }
}
