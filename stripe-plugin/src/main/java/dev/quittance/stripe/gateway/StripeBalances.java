package dev.quittance.stripe.gateway;

import static dev.quittance.stripe.gateway.Answers.text;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutListParams;
import dev.quittance.stripe.gateway.Answers.Reply;
import dev.quittance.stripe.gateway.BalanceReading.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an account's balance did and what was paid out. One try each, by the account's rate; never inside a transaction.
 * Thread-safe.
 */
public final class StripeBalances {
    /** Stripe's largest page. */
    private static final long PAGE = 100;

    /** So that one look leaves calls for others. */
    private static final int PAGES = 5;

    private final StripeGateway gateway;

    /** Reads by this gateway. */
    public StripeBalances(StripeGateway gateway) {
        this.gateway = gateway;
    }

    /** Whether work that nobody waits for may ask this account now. */
    public boolean hasSpare(StripeAccount account) {
        return gateway.hasSpare(account);
    }

    /** The balance transactions made from one moment to another, both included; at most some hundreds, and then not all. */
    public Outcome<FoundRows<BalanceReading>> transactions(StripeAccount account, Instant from, Instant to) {
        BalanceTransactionListParams.Builder params = BalanceTransactionListParams.builder()
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(to.getEpochSecond())
                        .build());
        return transactions(account, params);
    }

    /**
     * The balance transactions that an automatic payout took along, from the one after a known one on; at most some hundreds.
     *
     * @param after {@code txn_…}; empty for the first ones
     */
    public Outcome<FoundRows<BalanceReading>> transactionsOf(StripeAccount account, String payoutId, String after) {
        BalanceTransactionListParams.Builder params =
                BalanceTransactionListParams.builder().setPayout(payoutId);
        return transactions(account, after.isEmpty() ? params : params.setStartingAfter(after));
    }

    private Outcome<FoundRows<BalanceReading>> transactions(
            StripeAccount account, BalanceTransactionListParams.Builder params) {
        params.setLimit(PAGE).addExpand("data.source");
        return gateway.call(account, client -> {
            List<BalanceReading> all = new ArrayList<>();
            for (int page = 1; page <= PAGES; page++) {
                StripeCollection<BalanceTransaction> part =
                        client.v1().balanceTransactions().list(params.build());
                for (BalanceTransaction transaction : part.getData()) {
                    all.add(read(transaction));
                    params.setStartingAfter(transaction.getId());
                }
                if (!Boolean.TRUE.equals(part.getHasMore())) {
                    return Reply.of(new FoundRows<>(all, true), part.getLastResponse());
                }
            }
            return Reply.of(new FoundRows<>(all, false), null);
        });
    }

    /** The payouts made from one moment to another, both included; at most some hundreds, and then not all. */
    public Outcome<FoundRows<PayoutReading>> payouts(StripeAccount account, Instant from, Instant to) {
        PayoutListParams.Builder params = PayoutListParams.builder()
                .setLimit(PAGE)
                .setCreated(PayoutListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(to.getEpochSecond())
                        .build());
        return gateway.call(account, client -> {
            List<PayoutReading> all = new ArrayList<>();
            for (int page = 1; page <= PAGES; page++) {
                StripeCollection<Payout> part = client.v1().payouts().list(params.build());
                for (Payout payout : part.getData()) {
                    all.add(read(payout));
                    params.setStartingAfter(payout.getId());
                }
                if (!Boolean.TRUE.equals(part.getHasMore())) {
                    return Reply.of(new FoundRows<>(all, true), part.getLastResponse());
                }
            }
            return Reply.of(new FoundRows<>(all, false), null);
        });
    }

    /** A payout. */
    public Outcome<PayoutReading> payout(StripeAccount account, String payoutId) {
        return gateway.call(account, client -> {
            Payout payout = client.v1().payouts().retrieve(payoutId);
            return Reply.of(read(payout), payout.getLastResponse());
        });
    }

    private static BalanceReading read(BalanceTransaction transaction) {
        String currency = transaction.getCurrency();
        return new BalanceReading(
                Readings.required(transaction.getId(), "id"),
                text(transaction.getType()),
                text(transaction.getReportingCategory()),
                source(text(transaction.getSource()), transaction.getSourceObject()),
                Readings.money(transaction.getAmount(), currency),
                Readings.money(transaction.getFee(), currency),
                Optional.ofNullable(transaction.getExchangeRate()).map(BigDecimal::toPlainString),
                Instant.ofEpochSecond(Readings.required(transaction.getAvailableOn(), "available_on")),
                Instant.ofEpochSecond(Readings.required(transaction.getCreated(), "created")));
    }

    private static Source source(String id, @Nullable BalanceTransactionSource source) {
        if (source instanceof Charge) {
            Charge charge = (Charge) source;
            return new Source(id, id, text(charge.getPaymentIntent()), Readings.metadata(charge.getMetadata()));
        }
        if (source instanceof Refund) {
            Refund refund = (Refund) source;
            return new Source(id, text(refund.getCharge()), text(refund.getPaymentIntent()), Map.of());
        }
        if (source instanceof Dispute) {
            Dispute dispute = (Dispute) source;
            return new Source(id, text(dispute.getCharge()), text(dispute.getPaymentIntent()), Map.of());
        }
        return new Source(id, "", "", Map.of());
    }

    private static PayoutReading read(Payout payout) {
        return new PayoutReading(
                Readings.required(payout.getId(), "id"),
                Readings.money(payout.getAmount(), payout.getCurrency()),
                Readings.required(payout.getStatus(), "status"),
                Boolean.TRUE.equals(payout.getAutomatic()),
                text(payout.getFailureCode()),
                Instant.ofEpochSecond(Readings.required(payout.getArrivalDate(), "arrival_date")),
                Instant.ofEpochSecond(Readings.required(payout.getCreated(), "created")));
    }
}
