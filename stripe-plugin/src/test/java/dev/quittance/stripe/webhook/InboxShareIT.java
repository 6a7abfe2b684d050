package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.stripe.testhost.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many events, most of them somebody else's business: how often work is asked for, and what is worked off together. */
class InboxShareIT {
    private static final int FOREIGN = 90;
    private static final int OURS = 7;

    @ParameterizedTest
    @EnumSource
    void a_crowd_asks_for_work_at_once_and_for_the_end_of_a_while_and_no_more(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            Nudges nudges = new Nudges(world.host());
            String worker = "webhooks/" + Webhooks.worker("ch_1");

            nudges.stored("ch_1");
            assertThat(world.host().jobs().waiting()).containsExactly(worker);

            // The run may have looked already: what comes within the same while has a run of its own, after all of it.
            world.host().jobs().forget();
            nudges.stored("ch_1");
            List<String> forTheEnd = world.host().jobs().waiting();
            assertThat(forTheEnd).singleElement().asString().startsWith(worker + "-");

            world.host().jobs().forget();
            nudges.stored("ch_1");
            assertThat(world.host().jobs().waiting()).isEmpty();

            world.host().clock().advance(Nudges.WHILE);
            nudges.stored("ch_1");
            assertThat(world.host().jobs().waiting()).containsExactly(worker);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_ours_is_settled_together_and_what_is_ours_one_by_one(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_a" + i, "ch_a" + i, false));
            IntStream.range(0, OURS).forEach(i -> receive(world, "evt_b" + i, "ch_b" + i, true));
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_c" + i, "ch_c" + i, false));

            world.work();

            assertThat(world.first("select count(*) from webhook_event where state = 'IGNORED'"))
                    .isEqualTo(Integer.toString(2 * FOREIGN));
            assertThat(world.first("select count(*) from webhook_event where state = 'APPLIED' and tries = 1"))
                    .isEqualTo(Integer.toString(OURS));
            assertThat(world.handled()).hasSize(OURS);
            assertThat(world.effects()).isEqualTo(OURS);
            assertThat(world.first("select count(*) from webhook_turn")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crowd_that_enough_settle_already_is_left_to_them(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_a" + i, "ch_a" + i, false));
            String settled = "select count(*) from webhook_event where state = 'IGNORED'";

            world.webhooks().crowds().acquireUninterruptibly(Webhooks.CROWDS);
            world.work();
            assertThat(Integer.parseInt(world.first(settled))).isBetween(1, FOREIGN - 1);

            world.webhooks().crowds().release(Webhooks.CROWDS);
            world.work();
            assertThat(world.first(settled)).isEqualTo(Integer.toString(FOREIGN));
            assertThat(world.webhooks().crowds().availablePermits()).isEqualTo(Webhooks.CROWDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_events_of_one_object_in_a_crowd_are_worked_off_one_after_the_other(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_a" + i, "ch_" + i % 3, false));
            IntStream.range(0, OURS).forEach(i -> receive(world, "evt_b" + i, "ch_0", true));

            world.work();

            assertThat(world.first("select count(*) from webhook_event where finished_at is null"))
                    .isEqualTo("0");
            assertThat(world.effects()).isEqualTo(OURS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_cannot_be_opened_stops_none_of_those_taken_with_it(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_a" + i, "ch_a" + i, false));
            int changed = world.database()
                    .transaction(tx -> tx.execute(
                            "update webhook_event set endpoint_id = 'other' where stripe_event_id = 'evt_a50'"));
            assertThat(changed).isEqualTo(1);

            world.work();

            assertThat(world.first("select stripe_event_id from webhook_event where state <> 'IGNORED'"))
                    .isEqualTo("evt_a50");
            assertThat(world.first("select tries from webhook_event where stripe_event_id = 'evt_a50'"))
                    .isEqualTo("1");
            assertThat(world.first("select count(*) from webhook_turn")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_before_or_after_the_commit_that_settles_a_crowd_loses_none_of_it(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, FOREIGN).forEach(i -> receive(world, "evt_a" + i, "ch_a" + i, false));
            receive(world, "evt_b", "ch_b", true);

            world.host().source().crashBeforeCommit(4);
            assertThatThrownBy(world::work).isInstanceOf(Error.class);
            world.host().clock().advance(Duration.ofMinutes(3));
            world.host().source().crashAfterCommit(4);
            assertThatThrownBy(world::work).isInstanceOf(Error.class);
            world.host().clock().advance(Duration.ofMinutes(3));
            world.work();

            assertThat(world.first("select count(*) from webhook_event where state = 'IGNORED'"))
                    .isEqualTo(Integer.toString(FOREIGN));
            assertThat(world.effects()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crowd_whose_settling_the_database_refuses_is_put_off_and_settled_later(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            IntStream.range(0, 3).forEach(i -> receive(world, "evt_a" + i, "ch_a" + i, false));
            int limited = world.database()
                    .transaction(tx -> tx.execute(
                            "alter table webhook_event add constraint no_foreign check (state <> 'IGNORED')"));
            assertThat(limited).isZero();

            world.work();
            assertThat(world.first("select count(*) from webhook_event where state = 'RECEIVED' and reason <> ''"))
                    .isEqualTo("3");
            assertThat(world.first("select count(*) from webhook_turn")).isEqualTo("0");

            int freed = world.database()
                    .transaction(tx -> tx.execute("alter table webhook_event drop constraint no_foreign"));
            assertThat(freed).isZero();
            world.host().clock().advance(Duration.ofMinutes(1));
            world.work();
            assertThat(world.first("select count(*) from webhook_event where state = 'IGNORED'"))
                    .isEqualTo("3");
        }
    }

    private static void receive(InboxWorld world, String id, String objectId, boolean ours) {
        byte[] event = ours
                ? world.eventAbout(objectId, id)
                : InboxWorld.bytes(
                        new String(world.event(id, InboxWorld.TYPE, "\"metadata\":{}"), StandardCharsets.UTF_8)
                                .replace("ch_1", objectId));
        assertThat(world.receive(event).status()).isEqualTo(200);
    }
}
