package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.rest.WebhookReply;
import dev.quittance.stripe.testhost.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many events at once: how they are stored together, and who works on which. */
class InboxCrowdIT {
    private static final int CROWD = 32;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void whoever_waits_while_one_commits_is_stored_by_the_next_commit_together(TestDatabase kind) throws Exception {
        try (InboxWorld world = new InboxWorld(kind)) {
            Crowd crowd = new Crowd(world);

            List<Boolean> stored = crowd.cameWhileOneCommitted(() -> {});

            assertThat(stored).hasSize(CROWD).containsOnly(true);
            assertThat(world.first("select count(*) from webhook_event")).isEqualTo(Integer.toString(CROWD));
            assertThat(crowd.commits()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void if_their_commit_fails_nobody_of_them_is_thanked(TestDatabase kind) throws Exception {
        try (InboxWorld world = new InboxWorld(kind)) {
            Crowd crowd = new Crowd(world);

            List<Boolean> stored =
                    crowd.cameWhileOneCommitted(() -> world.host().source().refuseConnections(1));

            assertThat(stored).hasSize(CROWD);
            assertThat(stored.stream().filter(one -> one)).hasSize(1);
            assertThat(world.first("select count(*) from webhook_event")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_events_of_one_object_are_never_worked_on_at_once_and_those_of_others_are(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            List<String> started = new ArrayList<>();
            world.handler(event -> {
                started.add(event.eventId());
                if (event.eventId().equals("evt_1")) {
                    // Another node's worker comes while this one is at it.
                    world.work();
                }
                return tx -> world.mark(tx, event);
            });
            for (String event : List.of("evt_1", "evt_2")) {
                assertThat(world.receive(world.eventAbout("ch_1", event))).isEqualTo(WebhookReply.ACCEPTED);
            }
            assertThat(world.receive(world.eventAbout("ch_2", "evt_3"))).isEqualTo(WebhookReply.ACCEPTED);

            world.work();

            assertThat(started).containsExactly("evt_1", "evt_3", "evt_2");
            assertThat(world.inbox()).containsExactly("evt_1 APPLIED", "evt_2 APPLIED", "evt_3 APPLIED");
            assertThat(world.first("select count(*) from webhook_turn")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_workers_at_once_take_each_event_once_and_each_object_alone(TestDatabase kind) throws Exception {
        try (InboxWorld world = new InboxWorld(kind)) {
            Set<String> busy = ConcurrentHashMap.newKeySet();
            Set<String> met = ConcurrentHashMap.newKeySet();
            world.handler(event -> {
                if (!busy.add(event.objectId())) {
                    met.add(event.objectId());
                }
                return WebhookEffect.then(tx -> world.mark(tx, event), () -> {});
            });
            world.afterEffect(event -> busy.remove(event.objectId()));
            for (int i = 0; i < 60; i++) {
                assertThat(world.receive(world.eventAbout("ch_" + i % 7, "evt_" + i)))
                        .isEqualTo(WebhookReply.ACCEPTED);
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    running.add(threads.submit(world::work));
                }
                for (Future<?> one : running) {
                    assertThat(one.get()).isNull();
                }
            } finally {
                threads.shutdownNow();
            }
            world.work();

            assertThat(world.effects()).isEqualTo(60);
            assertThat(world.handled()).hasSize(60);
            assertThat(met).isEmpty();
            assertThat(world.first("select count(*) from webhook_event where state <> 'APPLIED'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_believed_is_counted_and_written_down_by_the_job_alone(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");
            Instant now = world.host().clock().instant();
            int commits = world.host().source().commits();
            for (int i = 0; i < 3; i++) {
                assertThat(world.receive(InboxWorld.ENDPOINT, event, Signed.header(event, "whsec_forged", now)))
                        .isEqualTo(WebhookReply.REJECTED);
            }
            assertThat(world.host().source().commits()).isEqualTo(commits);

            world.work();
            assertThat(world.receive(InboxWorld.ENDPOINT, event, Signed.header(event, "whsec_forged", now)))
                    .isEqualTo(WebhookReply.REJECTED);
            world.work();

            assertThat(world.inboxOfStaff().health(InboxWorld.org(), InboxWorld.ENDPOINT))
                    .satisfies(health -> {
                        assertThat(health.rejected()).isEqualTo(4);
                        assertThat(health.lastRejected()).contains(now);
                        assertThat(health.lastVerified()).isEmpty();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_secret_counts_at_once_although_the_endpoint_is_remembered(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);
            world.secret("whsec_new");
            byte[] event = world.event("evt_2");
            Instant now = world.host().clock().instant();

            assertThat(world.receive(InboxWorld.ENDPOINT, event, Signed.header(event, "whsec_new", now)))
                    .isEqualTo(WebhookReply.ACCEPTED);
            assertThat(world.receive(InboxWorld.ENDPOINT, event, Signed.header(event, Signed.SECRET, now)))
                    .isEqualTo(WebhookReply.REJECTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waiting_for_the_rate_or_a_key_uses_up_no_tries(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> {
                throw new NotNow("the rate", Duration.ofSeconds(1));
            });
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);
            for (int i = 0; i < 30; i++) {
                assertThat(world.host().clock().advance(Duration.ofSeconds(2))).isNotNull();
                world.work();
            }
            assertThat(world.inbox()).containsExactly("evt_1 RECEIVED the rate");
            assertThat(world.first("select tries from webhook_event")).isEqualTo("0");

            world.handler(event -> tx -> world.mark(tx, event));
            assertThat(world.host().clock().advance(Duration.ofSeconds(2))).isNotNull();
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parked_event_is_shown_and_tried_again_from_its_own_bytes(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> {
                throw new IllegalStateException("poison");
            });
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);
            for (int i = 0; i < 10; i++) {
                world.work();
                assertThat(world.host().clock().advance(Duration.ofHours(13))).isNotNull();
            }
            Inbox inbox = world.inboxOfStaff();
            StuckEvent stuck = inbox.listStuck(InboxWorld.org()).get(0);
            assertThat(stuck.isParked()).isTrue();
            assertThat(stuck.reason()).isEqualTo("IllegalStateException");
            assertThat(world.kept("evt_1")).isEqualTo(world.event("evt_1"));

            world.handler(event -> tx -> world.mark(tx, event));
            assertThat(inbox.replay(InboxWorld.org(), stuck.key(), "u1")).isTrue();
            assertThat(inbox.replay(InboxWorld.org(), stuck.key(), "u1")).isFalse();
            assertThat(inbox.replay(InboxWorld.org(), "nonsense", "u1")).isFalse();
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
            assertThat(inbox.listStuck(InboxWorld.org())).isEmpty();
            assertThat(world.effects()).isEqualTo(1);
        }
    }

    /** Senders who all come while the first one's commit is held. */
    private static final class Crowd {
        private final InboxWorld world;
        private final Arrivals arrivals;
        private int before;
        private int after;

        Crowd(InboxWorld world) {
            this.world = world;
            this.arrivals = new Arrivals(world.database(), LIMIT.multipliedBy(2));
        }

        int commits() {
            return after - before;
        }

        /** Whether each was stored. */
        List<Boolean> cameWhileOneCommitted(Runnable then) throws Exception {
            before = world.host().source().commits();
            ExecutorService threads = Executors.newFixedThreadPool(CROWD);
            try {
                List<Future<Boolean>> running = new ArrayList<>();
                world.host().source().beforeNextCommit(() -> {
                    for (int i = 1; i < CROWD; i++) {
                        InboxRepository.Arrival arrival = world.arrival("evt_" + i);
                        running.add(threads.submit(() -> arrivals.store(arrival)));
                    }
                    until(() -> arrivals.waiting() == CROWD - 1);
                    then.run();
                });
                List<Boolean> stored = new ArrayList<>(List.of(arrivals.store(world.arrival("evt_0"))));
                for (Future<Boolean> one : running) {
                    stored.add(one.get());
                }
                after = world.host().source().commits();
                return stored;
            } finally {
                threads.shutdownNow();
            }
        }

        private static void until(BooleanSupplier condition) {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("did not come about within " + LIMIT);
                }
                Thread.yield();
            }
        }
    }
}
