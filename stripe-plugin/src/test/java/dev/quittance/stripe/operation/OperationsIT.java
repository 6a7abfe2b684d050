package dev.quittance.stripe.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsIT {
    private static final String POST = "POST /v1/checkout/sessions";

    @ParameterizedTest
    @EnumSource
    void an_operation_is_sent_once_and_its_effect_commits_with_the_answer(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);

            Operation done = world.perform(id);
            Operation again = world.perform(id);

            assertThat(done.state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(done.stripeObjectId()).startsWith("cs_test_");
            assertThat(again).isEqualTo(done);
            assertThat(world.host().outgoing().count(POST)).isEqualTo(1);
            assertThat(world.effects(id)).containsExactly("ACCEPTED");
            assertThat(world.sessions(id)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_sent_again_with_the_same_bytes_and_key(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            world.host().outgoing().plan(POST, Fault.LOST_ANSWER);
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            Operation done = world.perform(id);

            List<OutgoingRequest> sent = world.host().outgoing().sent();
            assertThat(done.state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(sent).hasSize(2);
            assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
            assertThat(sent.get(1).headers()).isEqualTo(sent.get(0).headers()).containsValue("q1_" + id);
            assertThat(new String(sent.get(0).body(), StandardCharsets.UTF_8)).contains("Deposit+%26+first+half");
            assertThat(world.sessions(id)).isEqualTo(1);
            assertThat(world.effects(id)).containsExactly("ACCEPTED");
        }
    }

    static Stream<Arguments> crashes() {
        List<Arguments> all = new ArrayList<>();
        for (TestDatabase kind : TestDatabase.values()) {
            for (CrashPoint point : CrashPoint.values()) {
                all.add(Arguments.of(kind, point));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void it_resumes_after_a_crash(TestDatabase kind, CrashPoint point) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            point.arm(world.host());
            assertThatThrownBy(() -> world.perform(id)).isInstanceOf(Error.class);

            world.restart();
            world.pass(Duration.ofMinutes(3));

            assertThat(world.get(id).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.sessions(id)).isEqualTo(1);
            assertThat(world.effects(id)).containsExactly("ACCEPTED");
        }
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void it_ends_after_a_crash_that_is_noticed_late(TestDatabase kind, CrashPoint point) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            point.arm(world.host());
            assertThatThrownBy(() -> world.perform(id)).isInstanceOf(Error.class);

            world.restart();
            world.pass(Duration.ofHours(30), Duration.ofHours(6));

            Operation end = world.get(id);
            boolean made = world.sessions(id) == 1;
            assertThat(end.state()).isEqualTo(made ? OperationState.ACCEPTED : OperationState.ABSENT);
            assertThat(world.effects(id)).containsExactly(end.state().name());
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.REFUSED, OperationState.PREPARED, OperationState.ACCEPTED),
                Arguments.of(Fault.LIMITED, OperationState.PREPARED, OperationState.ACCEPTED),
                Arguments.of(Fault.LOST_REQUEST, OperationState.UNKNOWN, OperationState.ACCEPTED),
                Arguments.of(Fault.LOST_ANSWER, OperationState.UNKNOWN, OperationState.ACCEPTED),
                Arguments.of(Fault.HTML, OperationState.UNKNOWN, OperationState.ACCEPTED),
                Arguments.of(Fault.TRUNCATED, OperationState.UNKNOWN, OperationState.ACCEPTED),
                Arguments.of(Fault.BUSY, OperationState.UNKNOWN, OperationState.ACCEPTED),
                Arguments.of(Fault.ERROR_500, OperationState.UNKNOWN, OperationState.ABSENT),
                Arguments.of(Fault.FORBIDDEN, OperationState.REFUSED, OperationState.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault_has_its_state_and_its_end(Fault fault, OperationState after, OperationState end) {
        try (OperationWorld world = new OperationWorld(TestDatabase.H2)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            world.host().outgoing().plan(POST, fault);

            Operation first = world.perform(id);
            assertThat(first.state()).isEqualTo(after);
            assertThat(first.firstSentAt().isPresent()).isEqualTo(after != OperationState.PREPARED);
            world.pass(Duration.ofMinutes(3), Duration.ofSeconds(5));

            assertThat(world.get(id).state()).isEqualTo(end);
            assertThat(world.effects(id)).containsExactly(end.name());
            assertThat(world.sessions(id)).isEqualTo(end == OperationState.ACCEPTED ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_cannot_be_found_after_a_minute_was_never_made(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            for (int i = 0; i < 10; i++) {
                world.host().outgoing().plan(POST, Fault.LOST_REQUEST);
            }
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            world.pass(Duration.ofSeconds(55), Duration.ofSeconds(5));
            assertThat(world.get(id).state()).isEqualTo(OperationState.UNKNOWN);
            world.pass(Duration.ofSeconds(10), Duration.ofSeconds(5));

            assertThat(world.get(id).state()).isEqualTo(OperationState.ABSENT);
            assertThat(world.effects(id)).containsExactly("ABSENT");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_concluded_while_the_list_cannot_be_read(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            world.host().outgoing().plan(POST, Fault.LOST_ANSWER);
            for (Fault fault : List.of(Fault.ERROR_500, Fault.HTML, Fault.TRUNCATED, Fault.KEY_REVOKED)) {
                world.host().outgoing().plan("GET", fault);
            }
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            world.host().clock().advance(Duration.ofMinutes(5));
            world.host().jobs().runSchedule(List.of(world.operations().job()));
            assertThat(world.get(id).state()).isEqualTo(OperationState.UNKNOWN);
            assertThat(world.effects(id)).isEmpty();
            world.pass(Duration.ofHours(1));

            assertThat(world.get(id).state()).isEqualTo(OperationState.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_moves_money_counts_as_never_made_only_a_day_after_the_last_try(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.MONEY);
            for (int i = 0; i < 100; i++) {
                world.host().outgoing().plan(POST, Fault.LOST_REQUEST);
            }
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            world.pass(Duration.ofHours(44), Duration.ofMinutes(30));
            assertThat(world.get(id).state()).isEqualTo(OperationState.UNKNOWN);
            long sent = world.host().outgoing().count(POST);
            world.pass(Duration.ofHours(5), Duration.ofMinutes(30));

            assertThat(world.get(id).state()).isEqualTo(OperationState.ABSENT);
            assertThat(world.host().outgoing().count(POST)).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_on_no_list_is_for_a_person_once_its_key_is_old(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.OTHER);
            for (int i = 0; i < 100; i++) {
                world.host().outgoing().plan("POST /v1/customers", Fault.LOST_REQUEST);
            }
            assertThat(world.perform(id).state()).isEqualTo(OperationState.UNKNOWN);

            world.pass(Duration.ofHours(22), Duration.ofMinutes(30));
            assertThat(world.get(id).state()).isEqualTo(OperationState.UNKNOWN);
            world.pass(Duration.ofHours(3), Duration.ofMinutes(30));

            assertThat(world.get(id).state()).isEqualTo(OperationState.QUARANTINED);
            assertThat(world.effects(id)).containsExactly("QUARANTINED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_key_parks_the_operation_and_a_new_one_lets_it_go_on(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            world.host().outgoing().plan(POST, Fault.KEY_REVOKED);

            assertThat(world.perform(id).state()).isEqualTo(OperationState.PREPARED);
            assertThat(world.keyRefusals()).isEqualTo(1);
            assertThat(world.effects(id)).isEmpty();

            assertThat(world.perform(id).state()).isEqualTo(OperationState.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_connection_proves_nothing_about_an_earlier_try(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            for (Fault fault :
                    List.of(Fault.LOST_ANSWER, Fault.REFUSED, Fault.LIMITED, Fault.KEY_REVOKED, Fault.FORBIDDEN)) {
                world.host().outgoing().plan(POST, fault);
                assertThat(world.perform(id).state()).as(fault.name()).isEqualTo(OperationState.UNKNOWN);
            }

            assertThat(world.perform(id).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.sessions(id)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_happens_there_is_one_session_or_none_and_we_know_which(TestDatabase kind) {
        List<Fault> faults = List.of(
                Fault.REFUSED,
                Fault.LIMITED,
                Fault.LOST_REQUEST,
                Fault.LOST_ANSWER,
                Fault.ERROR_500,
                Fault.HTML,
                Fault.TRUNCATED,
                Fault.BUSY,
                Fault.KEY_REVOKED,
                Fault.CRASH_BEFORE,
                Fault.CRASH_AFTER);
        try (OperationWorld world = new OperationWorld(kind)) {
            for (int seed = 0; seed < 60; seed++) {
                Random random = new Random(seed);
                UUID id = world.prepare(OperationWorld.SESSION);
                for (int i = random.nextInt(5); i > 0; i--) {
                    world.host().outgoing().plan(POST, faults.get(random.nextInt(faults.size())));
                }
                try {
                    assertThat(world.perform(id)).isNotNull();
                    world.pass(Duration.ofSeconds(random.nextInt(100)), Duration.ofSeconds(5));
                } catch (Error crash) {
                    world.restart();
                }
                world.host().outgoing().heal();
                world.pass(Duration.ofHours(2), Duration.ofMinutes(5));

                String end = world.get(id).state().name();
                assertThat(world.effects(id)).as("seed " + seed).containsExactly(end);
                assertThat(world.sessions(id)).as("seed " + seed).isEqualTo(end.equals("ACCEPTED") ? 1 : 0);
                assertThat(end).as("seed " + seed).isIn("ACCEPTED", "ABSENT");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_at_once_make_one_session(TestDatabase kind) throws Exception {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);
            ExecutorService pool = Executors.newFixedThreadPool(8);
            try {
                List<Future<Operation>> all = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    all.add(pool.submit(() -> world.perform(id)));
                }
                for (Future<Operation> one : all) {
                    assertThat(one.get().state()).isIn(OperationState.ACCEPTED, OperationState.SENT);
                }
            } finally {
                pool.shutdown();
            }

            assertThat(world.get(id).state()).isEqualTo(OperationState.ACCEPTED);
            assertThat(world.effects(id)).containsExactly("ACCEPTED");
            assertThat(world.sessions(id)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_organisation_has_no_such_operation(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);

            assertThatThrownBy(() -> world.operations().perform(TestRecords.NORTHWIND, id))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(world.host().outgoing().sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_sent_from_inside_a_transaction(TestDatabase kind) {
        try (OperationWorld world = new OperationWorld(kind)) {
            UUID id = world.prepare(OperationWorld.SESSION);

            assertThatThrownBy(() -> world.database()
                            .inTransaction(tx -> assertThat(world.perform(id)).isNotNull()))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(world.host().outgoing().sent()).isEmpty();
            assertThat(world.get(id).state()).isEqualTo(OperationState.PREPARED);
        }
    }
}
