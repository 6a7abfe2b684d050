package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.stripe.testhost.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhooksIT {
    @ParameterizedTest
    @EnumSource
    void an_event_is_stored_thanked_for_and_worked_off(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");

            assertThat(world.receive(event)).isEqualTo(WebhookReply.ACCEPTED);
            assertThat(world.inbox()).containsExactly("evt_1 RECEIVED");
            assertThat(world.kept("evt_1")).isEqualTo(event);
            assertThat(world.host().jobs().waiting()).containsExactly("webhooks/" + Webhooks.worker("ch_1"));
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
            assertThat(world.handled()).singleElement().satisfies(one -> {
                assertThat(one.objectId()).isEqualTo("ch_1");
                assertThat(one.stripeAccountId()).isEqualTo("acct_1");
                assertThat(one.tries()).isEqualTo(1);
            });
            assertThat(world.effects()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_event_many_times_at_once_is_stored_and_worked_off_once(TestDatabase kind) throws Exception {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");
            ExecutorService pool = Executors.newFixedThreadPool(6);
            try {
                List<Future<WebhookReply>> all = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    all.add(pool.submit(() -> world.receive(event)));
                }
                for (Future<WebhookReply> one : all) {
                    assertThat(one.get()).isEqualTo(WebhookReply.ACCEPTED);
                }
            } finally {
                pool.shutdown();
            }
            world.work();
            assertThat(world.receive(event)).isEqualTo(WebhookReply.ACCEPTED);
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
            assertThat(world.effects()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_authentic_leaves_no_trace(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");
            Instant now = world.host().clock().instant();
            List<String> headers = List.of(
                    "",
                    "t=,v1=",
                    Signed.header(event, "whsec_forged", now),
                    Signed.header(event, Signed.SECRET, now.minusSeconds(301)),
                    Signed.header(event, Signed.SECRET, now.plusSeconds(61)),
                    Signed.header(event, Signed.SECRET, now).replace("v1", "v0"),
                    Signed.header(event, Signed.SECRET, now) + ",x=" + "1".repeat(5000));

            for (String header : headers) {
                assertThat(world.receive(InboxWorld.ENDPOINT, event, header)).isEqualTo(WebhookReply.REJECTED);
            }
            byte[] large = new byte[WebhookCall.MAX_BODY_BYTES + 1];
            assertThat(world.receive(large)).isEqualTo(WebhookReply.REJECTED);

            assertThat(world.inbox()).isEmpty();
            assertThat(world.host().jobs().waiting()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_nobody_gave_out_is_unknown(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");
            String header =
                    Signed.header(event, Signed.SECRET, world.host().clock().instant());

            for (String endpoint : List.of("", "other", "x".repeat(10_000), "' or 1=1 --")) {
                assertThat(world.receive(endpoint, event, header)).isEqualTo(WebhookReply.UNKNOWN_ENDPOINT);
            }
            assertThat(world.inbox()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_secret_nothing_is_believed_and_stripe_is_asked_to_come_again(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.endpoint("none", null, null, null);
            world.endpoint("blank", world.seal("blank", "  "), null, null);
            world.endpoint("moved", world.seal("elsewhere", Signed.SECRET), null, null);
            byte[] event = world.event("evt_1");

            for (String endpoint : List.of("none", "blank", "moved")) {
                for (String secret : List.of(Signed.SECRET, "  ")) {
                    String header =
                            Signed.header(event, secret, world.host().clock().instant());
                    assertThat(world.receive(endpoint, event, header)).isEqualTo(WebhookReply.UNAVAILABLE);
                }
            }
            assertThat(world.inbox()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_that_was_rolled_counts_until_its_time_is_over(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            Instant until = world.host().clock().instant().plusSeconds(3600);
            world.endpoint("rolled", world.seal("rolled", "whsec_new"), world.seal("rolled", "whsec_old"), until);
            byte[] event = world.event("evt_1");

            assertThat(world.receive(
                            "rolled",
                            event,
                            Signed.header(
                                    event, "whsec_old", world.host().clock().instant())))
                    .isEqualTo(WebhookReply.ACCEPTED);
            Instant later = world.host().clock().advance(Duration.ofHours(1));

            assertThat(world.receive("rolled", event, Signed.header(event, "whsec_old", later)))
                    .isEqualTo(WebhookReply.REJECTED);
            assertThat(world.receive("rolled", event, Signed.header(event, "whsec_new", later)))
                    .isEqualTo(WebhookReply.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_stored_is_not_thanked_for(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] event = world.event("evt_1");
            world.host().source().refuseConnections(1);
            assertThat(world.receive(event)).isEqualTo(WebhookReply.UNAVAILABLE);
            world.host().source().crashBeforeCommit(1);
            assertThatThrownBy(() -> world.receive(event)).isInstanceOf(Error.class);
            assertThat(world.inbox()).isEmpty();

            world.host().source().crashAfterCommit(1);
            assertThatThrownBy(() -> world.receive(event)).isInstanceOf(Error.class);
            assertThat(world.receive(event)).isEqualTo(WebhookReply.ACCEPTED);
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
            assertThat(world.effects()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_authentic_and_does_not_fit_is_kept_for_a_person(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            byte[] twice = InboxWorld.bytes("{\"id\":\"evt_1\",\"id\":\"evt_2\"}");
            byte[] live = InboxWorld.bytes("{\"id\":\"evt_3\",\"type\":\"charge.updated\",\"livemode\":true}");
            byte[] other = InboxWorld.bytes(
                    "{\"id\":\"evt_4\",\"type\":\"charge.updated\",\"livemode\":false,\"account\":\"acct_2\"}");

            for (byte[] body : List.of(twice, twice, live, other)) {
                assertThat(world.receive(body)).isEqualTo(WebhookReply.ACCEPTED);
            }
            world.work();

            assertThat(world.inbox())
                    .hasSize(3)
                    .contains("evt_3 QUARANTINED of the other mode", "evt_4 QUARANTINED of another account")
                    .last()
                    .asString()
                    .startsWith("unreadable_")
                    .endsWith("QUARANTINED not readable");
            assertThat(world.handled()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_ours_is_ignored_and_its_content_dropped(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            String foreign = "\"metadata\":{\"q_installation\":\"installation-2\"}";
            assertThat(world.receive(world.event("evt_1", InboxWorld.TYPE, foreign)))
                    .isEqualTo(WebhookReply.ACCEPTED);
            assertThat(world.receive(world.event("evt_2", InboxWorld.TYPE, "\"metadata\":{}")))
                    .isEqualTo(WebhookReply.ACCEPTED);
            assertThat(world.receive(world.event("evt_3", "price.created", "\"x\":1")))
                    .isEqualTo(WebhookReply.ACCEPTED);
            world.work();

            assertThat(world.inbox())
                    .containsExactly(
                            "evt_1 IGNORED of another installation",
                            "evt_2 IGNORED not made here",
                            "evt_3 IGNORED not of interest");
            assertThat(world.kept("evt_1")).isEmpty();
            assertThat(world.handled()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_outlives_three_days_in_which_stripe_cannot_be_read(TestDatabase kind) {
        AtomicBoolean down = new AtomicBoolean(true);
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> {
                if (down.get()) {
                    throw new StripeIsDown();
                }
                return tx -> world.mark(tx, event);
            });
            world.receive(world.event("evt_1"));
            for (int hour = 0; hour < 72; hour++) {
                world.work();
                world.host().clock().advance(Duration.ofHours(1));
            }
            assertThat(world.inbox()).containsExactly("evt_1 RECEIVED StripeIsDown");

            down.set(false);
            world.host().clock().advance(Duration.ofHours(1));
            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
        }
    }

    private static final class StripeIsDown extends PassingTrouble {
        private static final long serialVersionUID = 1L;

        StripeIsDown() {
            super("down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_poison_event_is_parked_after_ten_tries_and_stops_nobody(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> {
                if (event.eventId().equals("evt_bad")) {
                    throw new IllegalStateException("poison");
                }
                return tx -> world.mark(tx, event);
            });
            assertThat(world.receive(world.event("evt_bad"))).isEqualTo(WebhookReply.ACCEPTED);
            assertThat(world.receive(world.event("evt_good"))).isEqualTo(WebhookReply.ACCEPTED);

            world.work();
            assertThat(world.inbox()).containsExactly("evt_bad RECEIVED IllegalStateException", "evt_good APPLIED");
            for (int i = 0; i < 30; i++) {
                world.host().clock().advance(Duration.ofHours(1));
                world.work();
            }

            assertThat(world.inbox()).first().isEqualTo("evt_bad PARKED IllegalStateException");
            assertThat(world.handled().stream().filter(one -> one.eventId().equals("evt_bad")))
                    .hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void effect_and_mark_commit_together_or_not_at_all(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> tx -> {
                Handled handled = world.mark(tx, event);
                if (event.tries() == 1) {
                    throw new IllegalStateException("after the effect");
                }
                return handled;
            });
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);

            world.work();
            assertThat(world.effects()).isZero();
            world.host().clock().advance(Duration.ofSeconds(10));
            world.host().source().crashBeforeCommit(2);
            assertThatThrownBy(world::work).isInstanceOf(Error.class);
            assertThat(world.effects()).isZero();
            world.host().clock().advance(Duration.ofMinutes(3));
            world.host().source().crashAfterCommit(2);
            assertThatThrownBy(world::work).isInstanceOf(Error.class);
            world.host().clock().advance(Duration.ofMinutes(3));
            world.work();

            assertThat(world.effects()).isEqualTo(1);
            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
            assertThat(world.handled()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_that_was_lost_writes_nothing(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> {
                if (event.tries() == 1) {
                    // This node stalls until the other one takes the event over and finishes it.
                    world.host().clock().advance(Duration.ofMinutes(5));
                    world.work();
                }
                return tx -> world.mark(tx, event);
            });
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);

            world.work();

            assertThat(world.handled()).hasSize(2);
            assertThat(world.effects()).isEqualTo(1);
            assertThat(world.inbox()).containsExactly("evt_1 APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_may_set_an_event_aside(TestDatabase kind) {
        try (InboxWorld world = new InboxWorld(kind)) {
            world.handler(event -> WebhookEffect.only(Handled.quarantined("the amount differs")));
            assertThat(world.receive(world.event("evt_1"))).isEqualTo(WebhookReply.ACCEPTED);

            world.work();

            assertThat(world.inbox()).containsExactly("evt_1 QUARANTINED the amount differs");
            assertThat(world.kept("evt_1")).isNotEmpty();
        }
    }
}
