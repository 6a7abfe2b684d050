package dev.quittance.stripe.operation;

import static dev.quittance.stripe.operation.OperationState.ABSENT;
import static dev.quittance.stripe.operation.OperationState.ACCEPTED;
import static dev.quittance.stripe.operation.OperationState.DECLINED;
import static dev.quittance.stripe.operation.OperationState.PREPARED;
import static dev.quittance.stripe.operation.OperationState.QUARANTINED;
import static dev.quittance.stripe.operation.OperationState.REFUSED;
import static dev.quittance.stripe.operation.OperationState.SENT;
import static dev.quittance.stripe.operation.OperationState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationStateTest {
    private static final Map<OperationState, Set<OperationState>> ALLOWED = Map.of(
            PREPARED, Set.of(SENT, ABSENT),
            SENT, Set.of(PREPARED, SENT, ACCEPTED, DECLINED, REFUSED, UNKNOWN, QUARANTINED, ABSENT),
            UNKNOWN, Set.of(SENT, ACCEPTED, ABSENT, QUARANTINED));

    @ParameterizedTest
    @EnumSource
    void every_pair_of_states_is_as_the_table_says(OperationState from) {
        for (OperationState to : OperationState.values()) {
            assertThat(from.canBecome(to))
                    .as(from + " -> " + to)
                    .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
        }
        assertThat(from.isFinal()).isEqualTo(!ALLOWED.containsKey(from));
    }

    @Test
    void pauses_grow_and_a_customer_who_waits_is_answered_after_a_minute() {
        Instant first = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(Patience.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.pauseAfter(4)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Patience.pauseAfter(99)).isEqualTo(Duration.ofHours(1));
        assertThat(Patience.nextCheck(first.plusSeconds(36), 3, first, false)).isEqualTo(first.plusSeconds(60));
        assertThat(Patience.nextCheck(first.plusSeconds(36), 3, first, true)).isEqualTo(first.plusSeconds(156));
        assertThat(Patience.nextCheck(first.plusSeconds(90), 4, first, false)).isEqualTo(first.plusSeconds(690));
    }

    @Test
    void the_same_parameters_are_always_the_same_bytes() {
        TreeMap<String, String> one = new TreeMap<>(Map.of("b[0][c]", "ü & {X}", "a", "1"));
        TreeMap<String, String> other = new TreeMap<>(Map.of("a", "1", "b[0][c]", "ü & {X}"));

        assertThat(FormBody.encoded(one))
                .isEqualTo(FormBody.encoded(other))
                .asString()
                .isEqualTo("a=1&b%5B0%5D%5Bc%5D=%C3%BC+%26+%7BX%7D");
    }
}
