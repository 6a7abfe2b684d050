package dev.quittance.stripe.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostingsTest {
    private static final Place PLACE = new Place(RecordRef.project("7"), new UUID(1, 1), new UUID(1, 2));
    private static final UUID DISPUTE = new UUID(1, 3);

    private final Postings postings = new Postings(new OrgId("ridgeline"));

    @Test
    void a_payment_lies_at_stripe_and_was_received() {
        assertThat(sums(postings.payment(PLACE, usd(4_800_00))))
                .containsOnly(Map.entry("stripe_balance USD", 4_800_00L), Map.entry("received USD", -4_800_00L));
    }

    @Test
    void a_fee_in_the_payments_currency_leaves_the_balance() {
        Posting fee = postings.fee(PLACE, usd(4_800_00), settled(usd(4_800_00), usd(139_50)));

        assertThat(fee.key()).isEqualTo("fee/" + PLACE.paymentId());
        assertThat(sums(fee))
                .containsOnly(Map.entry("stripe_fees USD", 139_50L), Map.entry("stripe_balance USD", -139_50L));
    }

    @Test
    void money_that_is_changed_passes_through_exchange_in_both_currencies_with_stripes_rate() {
        Posting fee = postings.fee(PLACE, Money.of(100_00, "EUR"), settled(usd(108_00), usd(3_43)));

        assertThat(fee.exchangeRate()).contains("1.08");
        assertThat(sums(fee))
                .containsOnly(
                        Map.entry("stripe_balance EUR", -100_00L),
                        Map.entry("exchange EUR", 100_00L),
                        Map.entry("exchange USD", -108_00L),
                        Map.entry("stripe_balance USD", 108_00L - 3_43L),
                        Map.entry("stripe_fees USD", 3_43L));
    }

    @Test
    void a_dispute_takes_amount_and_fee_and_one_that_is_won_gives_the_amount_back() {
        Posting taken = postings.disputeWithdrawn(PLACE, DISPUTE, usd(100_00), settled(usd(-100_00), usd(15_00)));
        Posting back = postings.disputeReinstated(PLACE, DISPUTE, usd(100_00), settled(usd(100_00), usd(0)));

        assertThat(sums(taken))
                .containsOnly(
                        Map.entry("disputed USD", 100_00L),
                        Map.entry("stripe_balance USD", -115_00L),
                        Map.entry("stripe_fees USD", 15_00L));
        assertThat(sums(back)).containsEntry("disputed USD", -100_00L).containsEntry("stripe_balance USD", 100_00L);
        assertThat(taken.key()).isNotEqualTo(back.key());
    }

    @Test
    void a_dispute_of_money_that_was_changed_leaves_the_balance_in_which_it_lay() {
        Posting taken =
                postings.disputeWithdrawn(PLACE, DISPUTE, Money.of(100_00, "EUR"), settled(usd(-109_00), usd(15_00)));

        assertThat(sums(taken))
                .containsOnly(
                        Map.entry("disputed EUR", 100_00L),
                        Map.entry("stripe_balance EUR", 0L),
                        Map.entry("exchange EUR", -100_00L),
                        Map.entry("exchange USD", 109_00L),
                        Map.entry("stripe_balance USD", -124_00L),
                        Map.entry("stripe_fees USD", 15_00L));
    }

    @Test
    void a_payout_goes_to_the_bank_and_a_fee_for_nothing_in_particular_to_stripe() {
        assertThat(sums(postings.payout(settled(usd(-4_660_50), usd(0)))))
                .containsEntry("bank USD", 4_660_50L)
                .containsEntry("stripe_balance USD", -4_660_50L);
        assertThat(sums(postings.stripeFee(settled(usd(-2_00), usd(0)))))
                .containsOnly(Map.entry("stripe_fees USD", 2_00L), Map.entry("stripe_balance USD", -2_00L));
    }

    @Test
    void a_balance_in_two_currencies_is_refused() {
        assertThatThrownBy(() -> settled(usd(1), Money.of(1, "EUR"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Settled settled(Money gross, Money fee) {
        return new Settled("txn_1", gross, fee, Optional.of("1.08"));
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private static Map<String, Long> sums(Posting posting) {
        Map<String, Long> sums = new TreeMap<>();
        posting.lines()
                .forEach(line -> sums.merge(
                        line.account().code() + " " + line.amount().currency(),
                        line.amount().minor(),
                        Long::sum));
        return sums;
    }
}
