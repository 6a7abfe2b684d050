package dev.quittance.stripe.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RefundStateTest {
    private static final Map<RefundState, Set<RefundState>> REFUNDS = Map.of(
            RefundState.RESERVED,
            Set.of(
                    RefundState.PENDING,
                    RefundState.REQUIRES_ACTION,
                    RefundState.SUCCEEDED,
                    RefundState.FAILED,
                    RefundState.CANCELED,
                    RefundState.REFUSED),
            RefundState.PENDING,
            Set.of(RefundState.REQUIRES_ACTION, RefundState.SUCCEEDED, RefundState.FAILED, RefundState.CANCELED),
            RefundState.REQUIRES_ACTION,
            Set.of(RefundState.PENDING, RefundState.SUCCEEDED, RefundState.FAILED, RefundState.CANCELED),
            RefundState.SUCCEEDED,
            Set.of(RefundState.FAILED));

    @ParameterizedTest
    @EnumSource
    void a_refund_moves_just_where_the_documented_table_says(RefundState from) {
        for (RefundState to : RefundState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(REFUNDS.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_may_have_left_or_may_still_leave_counts_against_what_came(RefundState state) {
        boolean over = state == RefundState.FAILED || state == RefundState.CANCELED || state == RefundState.REFUSED;

        assertThat(state.counts()).isEqualTo(!over);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "requires_action, REQUIRES_ACTION",
        "succeeded, SUCCEEDED",
        "failed, FAILED",
        "canceled, CANCELED",
        "a_word_of_tomorrow, PENDING"
    })
    void a_word_of_stripes_has_its_state(String word, RefundState state) {
        assertThat(RefundState.of(word)).isEqualTo(state);
    }
}
