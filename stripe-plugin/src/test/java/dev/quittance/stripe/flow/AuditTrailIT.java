package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what is written down with the change, sealed, and never changed without anybody seeing it. */
final class AuditTrailIT {
    private static final Actor ADMIN = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void what_people_do_is_written_down_with_who_did_it_and_what_machines_do_is_not(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.mail().answers(MailOutcome.refused("no such mailbox"));
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.work();
            String dead = shop.sql("select outbox_id from outbox where kind = 'request_mail'");
            submit(shop, "undelivered", "send-again", Map.of("which", dead));
            shop.work();
            submit(shop, "undelivered", "give-up", Map.of("which", dead, "reason", "phoned"));
            submit(shop, "health", "repair-endpoint", Map.of());
            String request = shop.sql("select request_id from payment_request");
            assertThat(shop.action("cancel-request")
                            .submit(Shop.PROJECT, shop.submission(Map.of("request", request)), Shop.office()))
                    .isInstanceOf(ActionResult.Done.class);

            String actions =
                    shop.sql("select string_agg(action || ' ' || actor, ', ' order by entry_id) from audit_entry");
            assertThat(actions)
                    .isEqualTo(
                            "connected u1, requested u1, sent_again u1, given_up u1, endpoint_repaired u1, stopped u1");
            assertThat(shop.settings("audit").page(ADMIN).blocks().toString())
                    .contains("given_up", "effect/" + dead, "request/" + request)
                    .doesNotContain("dana@example.com", "phoned", TestHost.RIDGELINE_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_is_tried_again_or_taken_off_the_list_says_who_did_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            shop.tamper("update webhook_event set state = 'PARKED'");
            String event = shop.sql("select min(endpoint_id || '/' || stripe_event_id) from webhook_event");
            submit(shop, "health", "replay-event", Map.of("which", event));

            assertThat(shop.sql("select subject from audit_entry where action = 'event_replayed' and actor = 'u1'"))
                    .isEqualTo("event/" + event);

            shop.tamper("update webhook_event set state = 'PARKED', next_try_at = null");
            assertThat(submit(shop, "health", "dismiss-event", Map.of("which", event)))
                    .isInstanceOf(ActionResult.Done.class);
            assertThat(submit(shop, "health", "dismiss-event", Map.of("which", event)))
                    .isInstanceOf(ActionResult.Refused.class);
            assertThat(submit(shop, "health", "dismiss-event", Map.of("which", "nonsense")))
                    .isInstanceOf(ActionResult.Refused.class);
            assertThat(shop.sql("select count(*) from audit_entry where action = 'event_dismissed'"))
                    .isEqualTo("1");
            assertThat(shop.sql("select state from webhook_event where endpoint_id || '/' || stripe_event_id = '"
                            + event + "'"))
                    .isEqualTo("IGNORED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_chain_is_unbroken_until_somebody_changes_a_row_and_then_names_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(check(shop)).isEqualTo("audit.check.nothing");
            for (int requests = 0; requests < 3; requests++) {
                assertThat(shop.request(Shop.answers("custom", "", "1" + requests)))
                        .isInstanceOf(ActionResult.Done.class);
                shop.sweep(MINUTE);
            }
            assertThat(check(shop)).isEqualTo("audit.check.unbroken");
            assertThat(shop.sql("select count(*) from audit_seal")).isEqualTo("3");
            assertThat(shop.sql("select sum(entries) from audit_seal")).isEqualTo("4");
            assertThat(shop.sql("select count(*) from audit_unsealed")).isEqualTo("0");

            String second = shop.sql("select entry_id from audit_link where seal_no = 2");
            for (String change : new String[] {
                "update audit_entry set actor = 'u2' where entry_id = '" + second + "'",
                "delete from audit_entry where entry_id = '" + second + "'",
                "update audit_seal set chain_hash = 'x' where seal_no = 1",
            }) {
                unguarded(shop, database, change);
                assertThat(check(shop)).as(change).isEqualTo("audit.check.broken");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'u2'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_link set entry_hash = ''",
                "delete from audit_link",
                "truncate audit_link",
                "update audit_seal set chain_hash = ''",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void postgresql_refuses_every_change_of_the_trail(String statement) {
        try (Shop shop = Shop.connected(TestDatabase.POSTGRESQL)) {
            shop.sweep(MINUTE);
            assertThat(shop.sql("select count(*) from audit_seal")).isEqualTo("1");

            assertThatThrownBy(() -> shop.tamper(statement))
                    .hasCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("only ever added to");

            assertThat(check(shop)).isEqualTo("audit.check.unbroken");
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_seal_each_entry_once_and_organisations_have_chains_of_their_own(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.connect(TestRecords.NORTHWIND, TestHost.NORTHWIND_KEY);
            try (Shop other = shop.node()) {
                shop.run("audit");
                other.run("audit");
                assertThat(shop.request(RecordRef.project("7"), shop.submission(Shop.deposit()), Shop.office()))
                        .isInstanceOf(ActionResult.Done.class);
                other.run("audit");
                shop.run("audit");
            }

            assertThat(shop.sql("select count(*) from audit_link"))
                    .isEqualTo(shop.sql("select count(*) from audit_entry"));
            assertThat(shop.sql(
                            "select count(*) from audit_seal where org_id = '" + TestRecords.NORTHWIND.value() + "'"))
                    .isEqualTo("1");
            assertThat(check(shop)).isEqualTo("audit.check.unbroken");
        }
    }

    /** As somebody does who owns the database and takes its guard away. */
    private static void unguarded(Shop shop, TestDatabase database, String statement) {
        boolean guarded = database == TestDatabase.POSTGRESQL;
        for (String table : guarded ? new String[] {"audit_entry", "audit_seal"} : new String[0]) {
            shop.execute("alter table " + table + " disable trigger user");
        }
        shop.tamper(statement);
    }

    private static String check(Shop shop) {
        ActionResult result = submit(shop, "audit", "check-audit", Map.of());
        return result instanceof ActionResult.Done done ? done.message().key() : result.toString();
    }

    private static ActionResult submit(Shop shop, String page, String form, Map<String, String> values) {
        return shop.settings(page).submit(form, shop.submission(values), ADMIN);
    }
}
