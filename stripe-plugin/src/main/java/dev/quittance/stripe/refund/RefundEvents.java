package dev.quittance.stripe.refund;

import dev.quittance.stripe.checkout.StripeNotReadable;
import dev.quittance.stripe.checkout.StripeReader;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.RefundReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.webhook.Handled;
import dev.quittance.stripe.webhook.WebhookEffect;
import dev.quittance.stripe.webhook.WebhookEvent;
import dev.quittance.stripe.webhook.WebhookHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Events of refunds, ours and those made at Stripe: what the event points at is read again, and booked once. Thread-safe.
 */
public final class RefundEvents implements WebhookHandler {
    private static final String OF_CHARGE = "charge.refunded";

    private final StripeGateway gateway;
    private final StripeReader reader;
    private final Payments payments;
    private final RefundBooks books;
    private final Marks marks;

    /** Events for these books. */
    public RefundEvents(StripeGateway gateway, Connections connections, Payments payments, RefundBooks books) {
        this.gateway = gateway;
        this.reader = new StripeReader(gateway, connections);
        this.payments = payments;
        this.books = books;
        this.marks = payments.marks();
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(OF_CHARGE, "refund.created", "refund.updated", "refund.failed");
    }

    /** What somebody gives back at Stripe bears no mark of ours. */
    @Override
    public boolean needsOwnMetadata() {
        return false;
    }

    @Override
    public WebhookEffect handle(WebhookEvent event) {
        return reader.findAccount(event, Optional.empty())
                .map(account -> event.type().equals(OF_CHARGE)
                        ? ofCharge(account, event.objectId())
                        : one(account, event.objectId()))
                .orElseGet(() -> WebhookEffect.only(Handled.quarantined("no connection to read it with")));
    }

    private WebhookEffect one(StripeAccount account, String refundId) {
        return reader.read(gateway.refund(account, refundId))
                .map(reading -> apply(account, reading.intentId(), List.of(reading)))
                .orElseGet(() -> WebhookEffect.only(Handled.ignored("Stripe has no such refund")));
    }

    private WebhookEffect ofCharge(StripeAccount account, String chargeId) {
        Optional<String> intentId =
                reader.read(gateway.charge(account, chargeId)).flatMap(ChargeReading::intentId);
        List<RefundReading> all = intentId.flatMap(id -> reader.read(gateway.refunds(account, id)))
                .orElse(List.of());
        return apply(account, intentId, all);
    }

    private WebhookEffect apply(StripeAccount account, Optional<String> intentId, List<RefundReading> readings) {
        if (intentId.isEmpty() || readings.isEmpty()) {
            return WebhookEffect.only(Handled.ignored("a refund without an intent is not ours"));
        }
        Optional<Payment> payment = payments.findByIntent(account.org(), account.stripeAccountId(), intentId.get());
        if (payment.isEmpty()) {
            return unknown(account, intentId.get());
        }
        if (payment.get().state() != PaymentState.SUCCEEDED) {
            throw new StripeNotReadable("the payment has not come here yet");
        }
        return WebhookEffect.then(
                tx -> {
                    Handled worst = Handled.applied();
                    for (RefundReading reading : readings) {
                        Handled handled = books.apply(tx, account.org(), account.stripeAccountId(), reading);
                        worst = handled.kind() == Handled.Kind.APPLIED ? worst : handled;
                    }
                    return worst;
                },
                payments::tell);
    }

    /** Money of ours that is not booked yet is booked first: by its own event, or by the sweep. */
    private WebhookEffect unknown(StripeAccount account, String intentId) {
        Optional<IntentReading> intent = reader.read(gateway.intent(account, intentId));
        if (intent.filter(i -> marks.areOurs(account.org(), i.metadata())).isPresent()) {
            throw new StripeNotReadable("the payment is not booked yet");
        }
        return WebhookEffect.only(Handled.ignored("not made by this installation"));
    }
}
