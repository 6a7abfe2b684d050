package dev.quittance.stripe.request;

import static dev.quittance.stripe.request.RequestState.CANCELED;
import static dev.quittance.stripe.request.RequestState.CLOSED;
import static dev.quittance.stripe.request.RequestState.DRAFT;
import static dev.quittance.stripe.request.RequestState.EXPIRED;
import static dev.quittance.stripe.request.RequestState.OPEN;
import static dev.quittance.stripe.request.RequestState.PAID;
import static dev.quittance.stripe.request.RequestState.PARTLY_PAID;
import static dev.quittance.stripe.request.RequestState.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RequestStateTest {
    /** Written out a second time on purpose: the documented table. */
    private static final Map<RequestState, Set<RequestState>> DOCUMENTED = Map.of(
            DRAFT, Set.of(OPEN, CANCELED),
            OPEN, Set.of(PROCESSING, PARTLY_PAID, PAID, CANCELED, EXPIRED),
            PROCESSING, Set.of(OPEN, PARTLY_PAID, PAID),
            PARTLY_PAID, Set.of(PROCESSING, PAID, CLOSED),
            PAID, Set.of(OPEN, PARTLY_PAID),
            EXPIRED, Set.of(OPEN),
            CANCELED, Set.of(PAID, PARTLY_PAID),
            CLOSED, Set.of(PAID, PARTLY_PAID));

    @ParameterizedTest
    @EnumSource
    void moves_just_where_the_documented_table_says(RequestState from) {
        for (RequestState to : RequestState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(DOCUMENTED.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_an_open_request_can_be_paid(RequestState state) {
        assertThat(state.isPayable()).isEqualTo(state == OPEN);
    }
}
