package dev.quittance.stripe.checkout;

import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.webhook.Handled;
import dev.quittance.stripe.webhook.WebhookEffect;
import dev.quittance.stripe.webhook.WebhookEvent;
import dev.quittance.stripe.webhook.WebhookHandler;
import java.util.Optional;
import java.util.Set;

/**
 * Events of charges. Stripe books its fee a little after the money came, and says so by an update of the charge: the charge is
 * read again and the fee booked. A charge that nobody has booked yet is looked at by way of its intent. Thread-safe.
 */
public final class ChargeEvents implements WebhookHandler {
    private final StripeGateway gateway;
    private final StripeReader reader;
    private final IntentEvents intents;
    private final Payments payments;

    /** Events for the fees of these payments. */
    public ChargeEvents(StripeGateway gateway, Connections connections, IntentEvents intents, Payments payments) {
        this.gateway = gateway;
        this.reader = new StripeReader(gateway, connections);
        this.intents = intents;
        this.payments = payments;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of("charge.succeeded", "charge.updated");
    }

    @Override
    public WebhookEffect handle(WebhookEvent event) {
        return reader.findAccount(event, Optional.empty())
                .map(account -> read(account, event.objectId()))
                .orElseGet(() -> WebhookEffect.only(Handled.quarantined("no connection to read it with")));
    }

    private WebhookEffect read(StripeAccount account, String chargeId) {
        Optional<ChargeReading> charge = reader.read(gateway.charge(account, chargeId));
        Optional<String> intentId = charge.flatMap(ChargeReading::intentId);
        if (charge.isEmpty() || intentId.isEmpty()) {
            return WebhookEffect.only(Handled.ignored("a charge without an intent is not ours"));
        }
        return payments.findByIntent(account.org(), account.stripeAccountId(), intentId.get())
                .map(payment -> fee(account, charge.get()))
                .orElseGet(() -> intents.read(account, intentId.get()));
    }

    private WebhookEffect fee(StripeAccount account, ChargeReading charge) {
        return tx -> payments.applyFee(tx, account.org(), account.stripeAccountId(), charge)
                ? Handled.applied()
                : Handled.ignored("no payment for the charge");
    }
}
