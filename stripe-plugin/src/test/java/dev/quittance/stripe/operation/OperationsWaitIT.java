package dev.quittance.stripe.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccounts.Access;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a call goes out again, when it only waits, and when a person is called. */
class OperationsWaitIT {
    private static final String POST = "POST /v1/checkout/sessions";

    @ParameterizedTest
    @EnumSource
    void a_call_without_an_answer_goes_out_again_after_5_s_30_s_2_m_10_m_and_then_hourly(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.MONEY);
            lose(world, 100);
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);
            List<Duration> waits = List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(1));

            List<Long> early = new ArrayList<>();
            List<Long> due = new ArrayList<>();
            for (Duration wait : waits) {
                passTo(world, wait.minusSeconds(1));
                early.add(world.host().outgoing().count(POST));
                passTo(world, Duration.ofSeconds(1));
                due.add(world.host().outgoing().count(POST));
            }

            assertThat(early).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(due).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(keys(world)).containsOnly("q1_" + id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_stripe_knows_with_other_bytes_is_for_a_person_and_never_replaced(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.MONEY);
            Outcome<String> other = world.gateway()
                    .send(
                            world.account(),
                            "/v1/checkout/sessions",
                            ("mode=payment&success_url=https%3A%2F%2Fcrm.test&line_items[0][quantity]=1"
                                            + "&line_items[0][price_data][currency]=usd"
                                            + "&line_items[0][price_data][unit_amount]=700"
                                            + "&line_items[0][price_data][product_data][name]=x")
                                    .getBytes(StandardCharsets.UTF_8),
                            "q1_" + id);
            assertThat(other.answer()).isPresent();

            assertThat(world.perform(id).state()).isEqualTo(OperationState.QUARANTINED);
            world.pass(Duration.ofHours(30), Duration.ofHours(1));

            assertThat(world.alarms()).containsExactly(id);
            assertThat(world.effects(id)).containsExactly("QUARANTINED");
            assertThat(world.host().outgoing().count(POST)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_the_key_is_refused_nothing_is_sent_and_nothing_fails(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID money = world.prepare(OperationWorld.MONEY);
            UUID session = world.prepare(OperationWorld.SESSION);
            world.access(Access.KEY_REFUSED);

            assertThat(world.perform(money).errorCode()).isEqualTo("key_refused");
            world.pass(Duration.ofDays(3), Duration.ofHours(1));

            assertThat(world.host().outgoing().sent()).isEmpty();
            assertThat(world.get(money).state()).isEqualTo(OperationState.PREPARED);
            assertThat(world.get(session).state()).isEqualTo(OperationState.PREPARED);
            world.reconnect();
            world.host().jobs().runDue(List.of(world.operations().job()));

            assertThat(world.get(money).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.get(session).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(keys(world)).containsExactlyInAnyOrder("q1_" + money, "q1_" + session);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_may_have_moved_money_stays_unknown_while_its_account_is_disconnected(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID money = world.prepare(OperationWorld.MONEY);
            UUID other = world.prepare(OperationWorld.OTHER);
            world.host().outgoing().plan(POST, Fault.LOST_ANSWER);
            world.host().outgoing().plan("POST /v1/customers", Fault.LOST_ANSWER);
            assertThat(world.perform(money).state()).isEqualTo(OperationState.UNKNOWN);
            assertThat(world.perform(other).state()).isEqualTo(OperationState.UNKNOWN);
            world.access(Access.DISCONNECTED);
            for (int i = 0; i < 200; i++) {
                world.host().outgoing().plan("GET", Fault.KEY_REVOKED);
            }

            world.pass(Duration.ofDays(2), Duration.ofMinutes(30));
            assertThat(world.get(money).state()).isEqualTo(OperationState.UNKNOWN);
            assertThat(world.get(other).state()).isEqualTo(OperationState.UNKNOWN);
            assertThat(world.alarms()).isEmpty();
            world.host().outgoing().heal();
            world.reconnect();
            world.pass(Duration.ofHours(2), Duration.ofMinutes(10));

            assertThat(world.get(money).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.get(other).state()).isEqualTo(OperationState.QUARANTINED);
            assertThat(world.alarms()).containsExactly(other);
            assertThat(world.host().outgoing().count("POST")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_is_given_up_where_its_account_is_disconnected_and_money_never_is(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID session = world.prepare(OperationWorld.SESSION);
            UUID lost = world.prepare(OperationWorld.SESSION);
            UUID money = world.prepare(OperationWorld.MONEY);
            world.host().outgoing().plan(POST, Fault.LOST_ANSWER);
            assertThat(world.perform(lost).state()).isEqualTo(OperationState.UNKNOWN);
            world.access(Access.DISCONNECTED);
            for (int i = 0; i < 20; i++) {
                world.host().outgoing().plan("GET", Fault.KEY_REVOKED);
            }

            assertThat(world.perform(session).state()).isEqualTo(OperationState.ABSENT);
            assertThat(world.perform(money).state()).isEqualTo(OperationState.PREPARED);
            world.pass(Duration.ofMinutes(3), Duration.ofSeconds(30));

            assertThat(world.get(lost).state()).isEqualTo(OperationState.ABSENT);
            assertThat(world.get(lost).errorCode()).isEqualTo("account_disconnected");
            assertThat(world.get(money).state()).isEqualTo(OperationState.PREPARED);
            assertThat(world.effects(session)).containsExactly("ABSENT");
            assertThat(world.effects(money)).isEmpty();
            assertThat(world.host().outgoing().count(POST)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_moves_money_and_met_a_5xx_three_times_is_only_read_from_then_on(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.MONEY);
            for (int i = 0; i < 50; i++) {
                world.host().outgoing().plan(POST, Fault.ERROR_500);
            }
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            world.pass(Duration.ofHours(20), Duration.ofMinutes(30));
            assertThat(world.host().outgoing().count(POST)).isEqualTo(3);
            assertThat(world.host().outgoing().count("GET /v1/checkout/sessions"))
                    .isGreaterThan(5);
            assertThat(world.get(id).state()).isEqualTo(OperationState.UNKNOWN);
            world.pass(Duration.ofHours(6), Duration.ofMinutes(30));

            assertThat(world.get(id).state()).isEqualTo(OperationState.ABSENT);
            assertThat(world.host().outgoing().count(POST)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_goes_out_before_stripe_wants_to_be_asked_again(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID first = world.prepare(OperationWorld.MONEY);
            UUID second = world.prepare(OperationWorld.MONEY);
            world.host().outgoing().plan(POST, Fault.LIMITED_FOR_20_SECONDS);
            assertThat(world.perform(first).state()).isEqualTo(OperationState.PREPARED);

            assertThat(world.perform(second).state()).isEqualTo(OperationState.PREPARED);
            world.pass(Duration.ofSeconds(15), Duration.ofSeconds(1));
            assertThat(world.host().outgoing().count(POST)).isEqualTo(1);
            world.pass(Duration.ofSeconds(30), Duration.ofSeconds(1));

            assertThat(world.get(first).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.get(second).state()).isEqualTo(OperationState.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void somebody_who_has_looked_takes_a_call_off_the_list_once(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            OperationReview review = new OperationReview(world.host(), world.database());
            UUID id = world.prepare(OperationWorld.MONEY);
            UUID waiting = world.prepare(OperationWorld.MONEY);
            world.host().outgoing().plan(POST, Fault.KEY_REUSED);
            assertThat(world.perform(id).state()).isEqualTo(OperationState.QUARANTINED);

            assertThat(review.listOpen(OperationWorld.ORG))
                    .extracting(Operation::operationId)
                    .containsExactly(id, waiting);
            assertThat(review.settle(OperationWorld.ORG, waiting, "u1")).isFalse();
            assertThat(review.settle(OperationWorld.ORG, id, "u1")).isTrue();
            assertThat(review.settle(OperationWorld.ORG, id, "u2")).isFalse();

            assertThat(review.listOpen(OperationWorld.ORG))
                    .extracting(Operation::operationId)
                    .containsExactly(waiting);
        }
    }

    private static void lose(OperationWorld world, int times) {
        for (int i = 0; i < times; i++) {
            world.host().outgoing().plan(POST, Fault.LOST_REQUEST);
        }
    }

    /** Lets time pass, and then runs what is due, and nothing in between. */
    private static void passTo(OperationWorld world, Duration time) {
        assertThat(world.host().clock().advance(time)).isNotNull();
        world.host().jobs().runDue(List.of(world.operations().job()));
    }

    private static List<String> keys(OperationWorld world) {
        return world.host().outgoing().sent().stream()
                .filter(request -> request.method().equals("POST"))
                .map(OutgoingRequest::headers)
                .map(headers -> headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("idempotency-key"))
                        .map(header -> header.getValue())
                        .findFirst()
                        .orElse("none"))
                .toList();
    }
}
