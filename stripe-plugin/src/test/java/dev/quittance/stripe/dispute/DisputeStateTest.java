package dev.quittance.stripe.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DisputeStateTest {
    private static final Map<DisputeState, Set<DisputeState>> DISPUTES = Map.of(
            DisputeState.WARNING_NEEDS_RESPONSE,
            Set.of(
                    DisputeState.WARNING_UNDER_REVIEW,
                    DisputeState.WARNING_CLOSED,
                    DisputeState.NEEDS_RESPONSE,
                    DisputeState.UNDER_REVIEW,
                    DisputeState.WON,
                    DisputeState.LOST,
                    DisputeState.PREVENTED),
            DisputeState.WARNING_UNDER_REVIEW,
            Set.of(
                    DisputeState.WARNING_CLOSED,
                    DisputeState.NEEDS_RESPONSE,
                    DisputeState.UNDER_REVIEW,
                    DisputeState.WON,
                    DisputeState.LOST,
                    DisputeState.PREVENTED),
            DisputeState.NEEDS_RESPONSE,
            Set.of(DisputeState.UNDER_REVIEW, DisputeState.WON, DisputeState.LOST, DisputeState.PREVENTED),
            DisputeState.UNDER_REVIEW,
            Set.of(DisputeState.WON, DisputeState.LOST, DisputeState.PREVENTED),
            DisputeState.WON,
            Set.of(DisputeState.LOST),
            DisputeState.LOST,
            Set.of(DisputeState.WON));

    @ParameterizedTest
    @EnumSource
    void a_dispute_moves_just_where_the_documented_table_says(DisputeState from) {
        for (DisputeState to : DisputeState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(DISPUTES.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, WARNING_NEEDS_RESPONSE, true, false",
        "warning_under_review, WARNING_UNDER_REVIEW, false, false",
        "warning_closed, WARNING_CLOSED, false, true",
        "needs_response, NEEDS_RESPONSE, true, false",
        "under_review, UNDER_REVIEW, false, false",
        "won, WON, false, true",
        "lost, LOST, false, true",
        "prevented, PREVENTED, false, true",
        "a_word_of_tomorrow, UNDER_REVIEW, false, false"
    })
    void a_word_of_stripes_has_its_state(String word, DisputeState state, boolean awaitsAnswer, boolean over) {
        assertThat(DisputeState.of(word)).isEqualTo(state);
        assertThat(state.awaitsAnswer()).isEqualTo(awaitsAnswer);
        assertThat(state.isOver()).isEqualTo(over);
    }
}
