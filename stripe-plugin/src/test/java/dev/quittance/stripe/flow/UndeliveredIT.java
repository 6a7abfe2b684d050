package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that does not leave is seen by people, and sent again or given up by them. */
final class UndeliveredIT {
    private static final Actor ADMIN = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void a_refused_mail_is_shown_told_and_sent_again_under_its_own_key(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            String id = refused(shop);
            assertThat(assertThatShop(shop).mail()).isEqualTo("Refused");
            assertThat(words(shop)).contains("undelivered.kind.request_mail", "no such mailbox");
            shop.sweep(MINUTE);
            assertThat(assertThatShop(shop).notices("watch.past.dead_letters")).isEqualTo(1);
            assertThat(shop.host.mail().calls()).as("tried again by itself").isEqualTo(1);

            shop.host.mail().answers(MailOutcome.handedOver());
            assertThat(message(submit(shop, "send-again", Map.of("which", id)))).isEqualTo("undelivered.again.done");
            assertThat(submit(shop, "send-again", Map.of("which", id))).isInstanceOf(ActionResult.Refused.class);
            shop.work();

            assertThat(shop.host.mail().taken())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.key())
                            .isEqualTo(shop.sql("select dedupe_key from outbox where kind = 'request_mail'")));
            assertThat(assertThatShop(shop).mail()).isEqualTo("Handed over");
            assertThat(words(shop)).contains("undelivered.empty").doesNotContain("no such mailbox");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_gives_one_up_says_why_and_both_are_kept(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            String id = refused(shop);

            assertThat(message(submit(shop, "give-up", Map.of("which", id, "reason", "  "))))
                    .contains("reason_missing");
            assertThat(message(submit(shop, "give-up", Map.of("which", id, "reason", "x".repeat(501)))))
                    .contains("reason_missing");
            assertThat(shop.sql("select state from outbox where kind = 'request_mail'"))
                    .isEqualTo("FAILED");
            assertThat(message(submit(shop, "give-up", Map.of("which", id, "reason", "phoned her"))))
                    .isEqualTo("undelivered.give_up.done");
            assertThat(submit(shop, "give-up", Map.of("which", id, "reason", "again")))
                    .isInstanceOf(ActionResult.Refused.class);

            shop.sweep(Duration.ofDays(3));
            assertThat(shop.host.mail().calls()).isEqualTo(1);
            assertThat(shop.sql("select state || '/' || settled_by || '/' || settled_reason from outbox"
                            + " where kind = 'request_mail'"))
                    .isEqualTo("GIVEN_UP/u1/phoned her");
            assertThat(assertThatShop(shop).notices("watch.past.dead_letters")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neither_a_stranger_nor_another_organisation_sends_again_or_gives_up(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.connect(TestRecords.NORTHWIND, TestHost.NORTHWIND_KEY);
            String id = refused(shop);
            Map<String, String> answers = Map.of("which", id, "reason", "not mine");
            Actor other = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.settings");

            for (String form : new String[] {"send-again", "give-up"}) {
                assertThat(shop.settings("undelivered").submit(form, shop.submission(answers), Shop.office()))
                        .isEqualTo(ActionResult.absent());
                assertThat(shop.settings("undelivered").submit(form, shop.submission(answers), other))
                        .isInstanceOf(ActionResult.Refused.class);
            }

            assertThat(shop.settings("undelivered").page(other).blocks().toString())
                    .doesNotContain(id);
            assertThat(shop.sql("select state from outbox where kind = 'request_mail'"))
                    .isEqualTo("FAILED");
        }
    }

    /** A request whose mail the server does not take; the id of what did not leave. */
    private static String refused(Shop shop) {
        shop.host.mail().answers(MailOutcome.refused("no such mailbox"));
        assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
        shop.work();
        return shop.sql("select outbox_id from outbox where kind = 'request_mail'");
    }

    private static ActionResult submit(Shop shop, String form, Map<String, String> values) {
        return shop.settings("undelivered").submit(form, shop.submission(values), ADMIN);
    }

    private static String words(Shop shop) {
        return shop.settings("undelivered").page(ADMIN).blocks().toString();
    }

    private static String message(ActionResult result) {
        return result instanceof ActionResult.Done done ? done.message().key() : result.toString();
    }
}
