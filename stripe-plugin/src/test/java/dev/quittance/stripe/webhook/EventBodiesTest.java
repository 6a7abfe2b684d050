package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.PluginContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

final class EventBodiesTest {
    private final EventBodies bodies = new EventBodies(Mockito.mock(PluginContext.class));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 3000, 4096, 65_536, 262_144})
    void what_is_packed_comes_back_byte_by_byte(int size) {
        byte[] random = new byte[size];
        new Random(size).nextBytes(random);
        byte[] text = "{\"object\":\"event\"} ".repeat(size / 19 + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(EventBodies.unpacked(bodies.packed(random))).isEqualTo(random);
        assertThat(EventBodies.unpacked(bodies.packed(text))).isEqualTo(text);
        assertThat(bodies.packed(text)).hasSizeLessThan(Math.max(30, text.length));
    }

    @Test
    void what_an_earlier_version_stored_is_read_as_it_is() {
        byte[] stored = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventBodies.unpacked(stored)).isEqualTo(stored);
    }

    @Test
    void what_is_damaged_or_grows_without_end_is_refused() {
        byte[] packed = bodies.packed("{\"id\":\"evt_1\"}".repeat(50).getBytes(StandardCharsets.UTF_8));
        byte[] bomb = bodies.packed(new byte[5 * 1024 * 1024]);
        byte[] flipped = packed.clone();
        flipped[packed.length / 2] ^= 0x40;

        assertThatThrownBy(() -> EventBodies.unpacked(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventBodies.unpacked(bomb)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventBodies.unpacked(flipped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_pack_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                byte[] body = ("{\"number\":" + i + "}").repeat(i + 1).getBytes(StandardCharsets.UTF_8);
                all.add(threads.submit(() -> Arrays.equals(EventBodies.unpacked(bodies.packed(body)), body)));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
