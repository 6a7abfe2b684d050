package dev.quittance.stripe.dispute;

import dev.quittance.stripe.checkout.StripeNotReadable;
import dev.quittance.stripe.checkout.StripeReader;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.DisputeReading;
import dev.quittance.stripe.gateway.IntentReading;
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
import java.util.Optional;
import java.util.Set;

/** Events of disputes: the dispute is read again, and what is new of it is booked once. Thread-safe. */
public final class DisputeEvents implements WebhookHandler {
    private final StripeGateway gateway;
    private final StripeReader reader;
    private final Payments payments;
    private final DisputeBooks books;
    private final Marks marks;

    /** Events for these books. */
    public DisputeEvents(StripeGateway gateway, Connections connections, Payments payments, DisputeBooks books) {
        this.gateway = gateway;
        this.reader = new StripeReader(gateway, connections);
        this.payments = payments;
        this.books = books;
        this.marks = payments.marks();
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(
                "charge.dispute.created",
                "charge.dispute.updated",
                "charge.dispute.funds_withdrawn",
                "charge.dispute.funds_reinstated",
                "charge.dispute.closed");
    }

    /** What a bank begins bears no mark of ours. */
    @Override
    public boolean needsOwnMetadata() {
        return false;
    }

    @Override
    public WebhookEffect handle(WebhookEvent event) {
        Optional<StripeAccount> account = reader.findAccount(event, Optional.empty());
        if (account.isEmpty()) {
            return WebhookEffect.only(Handled.quarantined("no connection to read it with"));
        }
        return reader.read(gateway.dispute(account.get(), event.objectId()))
                .map(reading -> apply(account.get(), reading))
                .orElseGet(() -> WebhookEffect.only(Handled.ignored("Stripe has no such dispute")));
    }

    private WebhookEffect apply(StripeAccount account, DisputeReading reading) {
        if (reading.intentId().isEmpty()) {
            return WebhookEffect.only(Handled.ignored("a dispute without an intent is not ours"));
        }
        String intentId = reading.intentId().get();
        Optional<Payment> payment = payments.findByIntent(account.org(), account.stripeAccountId(), intentId);
        if (payment.isEmpty()) {
            return unknown(account, intentId);
        }
        if (payment.get().state() != PaymentState.SUCCEEDED) {
            throw new StripeNotReadable("the payment has not come here yet");
        }
        return WebhookEffect.then(
                tx -> books.apply(tx, account.org(), account.stripeAccountId(), reading), payments::tell);
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
