package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.emulator.account.AccountSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account that holds no balance in a currency. */
final class ExchangeTest {
    private final Shop shop = Shop.open();
    private final Map<String, String> key = Map.of(
            "Authorization",
            "Bearer "
                    + shop.stripe()
                            .addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", Optional.empty())
                                    .withExchange("jpy", "0.0061"))
                            .secretKey());

    @Test
    void what_comes_and_goes_in_another_currency_is_changed_into_its_own_by_the_rate() {
        charge("jpy", "10000");
        charge("eur", "10000");
        shop.pass(Duration.ofSeconds(3));
        JsonNode transactions = get("/v1/balance_transactions");

        assertThat(transactions).hasSize(2);
        for (JsonNode transaction : transactions) {
            assertThat(transaction.path("currency").asText()).isEqualTo("eur");
            assertThat(transaction.path("net").asLong())
                    .isEqualTo(transaction.path("amount").asLong()
                            - transaction.path("fee").asLong());
        }
        JsonNode changed = find(transactions, true);
        assertThat(changed.path("amount").asLong()).as("10,000 yen in cents").isEqualTo(6_100);
        assertThat(changed.path("exchange_rate").decimalValue().toPlainString()).isEqualTo("0.0061");
        assertThat(changed.path("fee").asLong())
                .as("one percent more than the fee itself")
                .isGreaterThanOrEqualTo(61);
        assertThat(find(transactions, false).path("amount").asLong()).isEqualTo(10_000);
    }

    @Test
    void a_refund_leaves_the_balance_in_which_the_money_lies() {
        String intent = charge("jpy", "10000");
        shop.pass(Duration.ofSeconds(3));

        assertThat(shop.call("POST", "/v1/refunds", Map.of("payment_intent", intent), key)
                        .status())
                .isEqualTo(200);
        shop.pass(Duration.ofSeconds(3));

        JsonNode transactions = get("/v1/balance_transactions?type=refund");
        assertThat(transactions).hasSize(1);
        assertThat(transactions.get(0).path("currency").asText()).isEqualTo("eur");
        assertThat(transactions.get(0).path("amount").asLong()).isEqualTo(-6_100);
        assertThat(transactions.get(0).path("fee").asLong()).isZero();
    }

    private static JsonNode find(JsonNode transactions, boolean changed) {
        for (JsonNode transaction : transactions) {
            if (transaction.path("exchange_rate").isNull() != changed) {
                return transaction;
            }
        }
        throw new AssertionError(transactions.toString());
    }

    private String charge(String currency, String amount) {
        return Shop.ok(shop.call(
                        "POST",
                        "/v1/payment_intents",
                        Map.of(
                                "amount",
                                amount,
                                "currency",
                                currency,
                                "payment_method",
                                "pm_card_visa",
                                "payment_method_types[0]",
                                "card",
                                "confirm",
                                "true"),
                        key))
                .path("id")
                .asText();
    }

    private JsonNode get(String path) {
        return Shop.ok(shop.call("GET", path, Map.of(), key)).path("data");
    }
}
