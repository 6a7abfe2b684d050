package dev.quittance.stripe.gateway;

import static dev.quittance.stripe.gateway.Answers.text;

import com.stripe.model.Account;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the library's objects to our small records. Throws where an object lacks what it must have: then it was not read whole. */
final class Readings {
    private Readings() {}

    static SessionReading session(Session session) {
        return new SessionReading(
                required(session.getId(), "id"),
                text(session.getStatus()),
                text(session.getPaymentStatus()),
                Optional.ofNullable(session.getUrl()).map(URI::create),
                money(session.getAmountTotal(), session.getCurrency()),
                required(session.getLivemode(), "livemode"),
                text(session.getClientReferenceId()),
                metadata(session.getMetadata()),
                Optional.ofNullable(session.getCustomer()),
                Optional.ofNullable(session.getExpiresAt()).map(Instant::ofEpochSecond),
                made(session.getCreated()),
                Optional.ofNullable(session.getPaymentIntentObject()).map(Readings::intent));
    }

    static IntentReading intent(PaymentIntent intent) {
        return new IntentReading(
                required(intent.getId(), "id"),
                required(intent.getStatus(), "status"),
                money(intent.getAmount(), intent.getCurrency()),
                money(Optional.ofNullable(intent.getAmountReceived()).orElse(0L), intent.getCurrency()),
                required(intent.getLivemode(), "livemode"),
                metadata(intent.getMetadata()),
                made(intent.getCreated()),
                Optional.ofNullable(intent.getLatestChargeObject()).map(Readings::charge),
                declineCode(intent.getLastPaymentError()));
    }

    static ChargeReading charge(Charge charge) {
        String type = "";
        String brand = "";
        String last4 = "";
        Charge.PaymentMethodDetails details = charge.getPaymentMethodDetails();
        if (details != null) {
            type = text(details.getType());
            if (details.getCard() != null) {
                brand = text(details.getCard().getBrand());
                last4 = text(details.getCard().getLast4());
            } else if (details.getUsBankAccount() != null) {
                brand = text(details.getUsBankAccount().getBankName());
                last4 = text(details.getUsBankAccount().getLast4());
            }
        }
        return new ChargeReading(
                required(charge.getId(), "id"),
                text(charge.getStatus()),
                money(charge.getAmount(), charge.getCurrency()),
                type,
                brand,
                last4,
                Optional.ofNullable(charge.getPaymentIntent()),
                made(charge.getCreated()),
                Optional.ofNullable(charge.getBalanceTransactionObject()).map(Readings::fee));
    }

    static FeeReading fee(BalanceTransaction transaction) {
        String currency = transaction.getCurrency();
        return new FeeReading(
                required(transaction.getId(), "id"),
                money(transaction.getAmount(), currency),
                money(transaction.getFee(), currency),
                money(transaction.getNet(), currency),
                Optional.ofNullable(transaction.getExchangeRate()).map(BigDecimal::toPlainString),
                Instant.ofEpochSecond(required(transaction.getAvailableOn(), "available_on")));
    }

    static RefundReading refund(Refund refund) {
        String failure = text(refund.getFailureReason());
        return new RefundReading(
                required(refund.getId(), "id"),
                required(refund.getStatus(), "status"),
                money(refund.getAmount(), refund.getCurrency()),
                Optional.ofNullable(refund.getPaymentIntent()),
                text(refund.getReason()),
                failure.isEmpty() ? text(refund.getPendingReason()) : failure,
                made(refund.getCreated()),
                metadata(refund.getMetadata()),
                Optional.ofNullable(refund.getBalanceTransaction()),
                Optional.ofNullable(refund.getFailureBalanceTransaction()));
    }

    static DisputeReading dispute(Dispute dispute) {
        List<DisputeReading.Movement> movements = new ArrayList<>();
        if (dispute.getBalanceTransactions() != null) {
            for (BalanceTransaction one : dispute.getBalanceTransactions()) {
                movements.add(new DisputeReading.Movement(
                        required(one.getId(), "id"),
                        money(one.getAmount(), one.getCurrency()),
                        money(one.getFee(), one.getCurrency())));
            }
        }
        Optional<Long> dueBy = Optional.ofNullable(dispute.getEvidenceDetails())
                .flatMap(details -> Optional.ofNullable(details.getDueBy()));
        return new DisputeReading(
                required(dispute.getId(), "id"),
                required(dispute.getStatus(), "status"),
                money(dispute.getAmount(), dispute.getCurrency()),
                Optional.ofNullable(dispute.getPaymentIntent()),
                text(dispute.getReason()),
                Boolean.TRUE.equals(dispute.getLivemode()),
                dueBy.map(Instant::ofEpochSecond),
                made(dispute.getCreated()),
                movements);
    }

    static AccountReading account(Account account) {
        String id = required(account.getId(), "id");
        String name = "";
        if (account.getSettings() != null && account.getSettings().getDashboard() != null) {
            name = text(account.getSettings().getDashboard().getDisplayName());
        }
        if (name.isBlank() && account.getBusinessProfile() != null) {
            name = text(account.getBusinessProfile().getName());
        }
        return new AccountReading(
                id,
                name.isBlank() ? id : name.strip(),
                text(account.getCountry()).toUpperCase(Locale.ROOT),
                text(account.getDefaultCurrency()).toUpperCase(Locale.ROOT),
                Boolean.TRUE.equals(account.getChargesEnabled()));
    }

    private static Instant made(@Nullable Long seconds) {
        return Instant.ofEpochSecond(required(seconds, "created"));
    }

    private static String declineCode(@Nullable StripeError error) {
        if (error == null) {
            return "";
        }
        String decline = text(error.getDeclineCode());
        return decline.isEmpty() ? text(error.getCode()) : decline;
    }

    static Money money(@Nullable Long minor, @Nullable String currency) {
        return Money.of(required(minor, "amount"), required(currency, "currency"));
    }

    static Map<String, String> metadata(@Nullable Map<String, String> metadata) {
        return metadata == null ? Map.of() : metadata;
    }

    static <T> T required(@Nullable T value, String name) {
        return Objects.requireNonNull(value, name);
    }
}
