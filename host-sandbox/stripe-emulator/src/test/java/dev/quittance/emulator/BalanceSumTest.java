package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts, section 1 "BalanceTransaction": whatever happens, the balance is the sum of its transactions, and explains itself. */
final class BalanceSumTest {
    private static final String[] CARDS = {
        "4242424242424242",
        "4000000000000077",
        "4000000000000259",
        "4000000000001976",
        "4000000000007726",
        "4000000000005126",
        "4000000404000079"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_sum_of_all_transactions_is_the_balance(long seed) {
        Shop shop = Shop.open(seed);
        Random dice = new Random(seed);
        List<String> charges = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            switch (dice.nextInt(6)) {
                case 0, 1 ->
                    charges.add(shop.charge(CARDS[dice.nextInt(CARDS.length)])
                            .path("id")
                            .asText());
                case 2 -> refund(shop, charges, dice);
                case 3 -> answer(shop, dice);
                case 4 -> payOut(shop, dice);
                default -> shop.pass(Duration.ofHours(dice.nextInt(24 * 9)));
            }
            requireBalance(shop);
        }
        assertThat(shop.stripe().books().movements()).hasSizeGreaterThan(10);
    }

    private static void refund(Shop shop, List<String> charges, Random dice) {
        if (!charges.isEmpty()) {
            Answer answer = shop.call(
                    "POST",
                    "/v1/refunds",
                    Map.of(
                            "charge", String.valueOf(charges.get(dice.nextInt(charges.size()))),
                            "amount", String.valueOf(1 + dice.nextInt(400_000))),
                    Map.of());
            assertThat(answer.status()).isIn(200, 400);
        }
    }

    private static void answer(Shop shop, Random dice) {
        String words = List.of("winning_evidence", "losing_evidence", "escalate_inquiry_evidence", "hm")
                .get(dice.nextInt(4));
        shop.get("/v1/disputes").path("data").forEach(dispute -> {
            Answer answer = shop.call(
                    "POST",
                    "/v1/disputes/" + dispute.path("id").asText(),
                    Map.of("evidence[uncategorized_text]", words),
                    Map.of());
            assertThat(answer.status()).isIn(200, 400);
        });
    }

    private static void payOut(Shop shop, Random dice) {
        Answer answer = shop.call(
                "POST",
                "/v1/payouts",
                Map.of("amount", String.valueOf(1 + dice.nextInt(500_000)), "currency", "usd"),
                Map.of());
        assertThat(answer.status()).isIn(200, 400);
    }

    private static void requireBalance(Shop shop) {
        ObjectNode balance = shop.get("/v1/balance");
        long shown = balance.at("/available/0/amount").asLong()
                + balance.at("/pending/0/amount").asLong();
        assertThat(shown).isEqualTo(shop.netMinor("usd"));
        Books books = shop.stripe().books();
        String account = shop.stripe().firstAccountKeys().account();
        assertThat(books.balanceMinor(account, "usd")).isEqualTo(shown);
        assertThat(shown)
                .as("what came, less what went back, was disputed, was paid out and was kept")
                .isEqualTo(explained(books, account));
        for (BookedCharge charge : books.charges()) {
            long standing = books.refunds().stream()
                    .filter(refund -> refund.chargeId().equals(charge.chargeId()) && refund.isStanding())
                    .mapToLong(BookedRefund::amountMinor)
                    .sum();
            assertThat(charge.refundedMinor()).isEqualTo(standing).isLessThanOrEqualTo(charge.capturedMinor());
        }
    }

    private static long explained(Books books, String account) {
        long captured = books.capturedMinor(account, "usd");
        long refunded = books.refundedMinor(account, "usd");
        long disputed =
                books.disputes().stream().mapToLong(BookedDispute::netMinor).sum();
        long disputeFees = books.movements().stream()
                .filter(movement -> movement.category().startsWith("dispute"))
                .mapToLong(BookedMovement::feeMinor)
                .sum();
        long paidOut = books.payouts().stream()
                .filter(payout ->
                        !payout.status().equals("failed") && !payout.status().equals("canceled"))
                .mapToLong(BookedPayout::amountMinor)
                .sum();
        return captured - refunded + disputed - paidOut - (books.feesMinor(account, "usd") - disputeFees);
    }
}
