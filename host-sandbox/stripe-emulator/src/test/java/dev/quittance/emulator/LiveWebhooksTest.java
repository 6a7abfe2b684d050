package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts, section 4 (Webhooks): live mode tries for up to three days, with longer and longer pauses. */
final class LiveWebhooksTest {
    private final Shop shop = Shop.open();
    private final AccountKeys keys =
            shop.stripe().addAccount(new AccountSpec("Hill & Dale", "US", "usd", Optional.empty()).withLiveMode());

    private void post(String path, Map<String, String> form) {
        Map<String, String> live =
                Map.of("Authorization", "Bearer " + keys.live().orElseThrow().secretKey());
        assertThat(shop.call("POST", path, form, live).status()).isEqualTo(200);
    }

    @Test
    void what_is_not_acknowledged_is_tried_for_three_days_with_growing_pauses() {
        post(
                "/v1/webhook_endpoints",
                Map.of("url", "http://crm.example/live", "enabled_events[0]", "customer.created"));
        post("/v1/customers", Map.of());
        Instant from = shop.now();
        List<Instant> tries = new ArrayList<>();
        while (shop.now().isBefore(from.plus(Duration.ofDays(5)))) {
            for (Delivery delivery : shop.stripe().takeDueDeliveries()) {
                tries.add(shop.now());
                shop.stripe().reportDelivery(delivery.deliveryId(), 503);
            }
            shop.pass(Duration.ofMinutes(5));
        }

        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i < tries.size(); i++) {
            pauses.add(Duration.between(tries.get(i - 1), tries.get(i)));
        }
        assertThat(pauses).isSorted().hasSizeGreaterThan(8);
        assertThat(pauses.get(0)).isLessThan(Duration.ofMinutes(11));
        assertThat(Duration.between(from, tries.get(tries.size() - 1)))
                .isBetween(Duration.ofDays(2), Duration.ofDays(3));
    }
}
