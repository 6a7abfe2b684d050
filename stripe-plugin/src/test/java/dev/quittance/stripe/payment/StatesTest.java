package dev.quittance.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatesTest {
    private static final Map<AttemptState, Set<AttemptState>> ATTEMPTS = Map.of(
            AttemptState.PREPARED,
            Set.of(AttemptState.OPEN, AttemptState.SUCCEEDED, AttemptState.PROCESSING, AttemptState.ABANDONED),
            AttemptState.OPEN,
            Set.of(AttemptState.PROCESSING, AttemptState.SUCCEEDED, AttemptState.EXPIRED),
            AttemptState.PROCESSING,
            Set.of(AttemptState.SUCCEEDED, AttemptState.FAILED),
            AttemptState.EXPIRED,
            Set.of(AttemptState.SUCCEEDED, AttemptState.PROCESSING),
            AttemptState.ABANDONED,
            Set.of(AttemptState.SUCCEEDED, AttemptState.PROCESSING),
            AttemptState.FAILED,
            Set.of(AttemptState.SUCCEEDED, AttemptState.PROCESSING),
            AttemptState.SUCCEEDED,
            Set.of());

    private static final Map<PaymentState, Set<PaymentState>> PAYMENTS = Map.of(
            PaymentState.PROCESSING, Set.of(PaymentState.SUCCEEDED, PaymentState.FAILED),
            PaymentState.SUCCEEDED, Set.of(),
            PaymentState.FAILED, Set.of(PaymentState.SUCCEEDED));

    @ParameterizedTest
    @EnumSource
    void an_attempt_moves_just_where_the_documented_table_says(AttemptState from) {
        for (AttemptState to : AttemptState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(ATTEMPTS.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_payment_moves_just_where_the_documented_table_says(PaymentState from) {
        for (PaymentState to : PaymentState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(PAYMENTS.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PREPARED, EXPIRED, true",
        "PREPARED, FAILED, true",
        "OPEN, FAILED, true",
        "EXPIRED, FAILED, true",
        "OPEN, OPEN, false",
        "PROCESSING, OPEN, false",
        "ABANDONED, OPEN, false",
        "ABANDONED, EXPIRED, false",
        "EXPIRED, OPEN, false",
        "FAILED, EXPIRED, false",
        "SUCCEEDED, EXPIRED, false",
        "SUCCEEDED, FAILED, false"
    })
    void a_reading_may_pass_one_state_that_nobody_saw(AttemptState from, AttemptState to, boolean reached) {
        assertThat(from.canReach(to)).isEqualTo(reached);
    }
}
