package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.Notification;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PanelIT {
    @ParameterizedTest
    @EnumSource
    void one_click_on_a_signed_project_does_what_the_form_with_its_deposit_defaults_does(TestDatabase database) {
        try (Shop byPanel = Shop.connected(database);
                Shop byForm = Shop.connected(database)) {
            ActionResult result = send(byPanel, byPanel.submission(shown(byPanel)));
            Map<String, String> answers = Shop.answers("deposit", "50", "6000.00");
            answers.put("presetType", "deposit");
            answers.put("presetPercent", "50");
            answers.put("presetAmount", "6000.00");
            assertThat(byForm.request(answers)).isEqualTo(result);
            byPanel.work();
            byForm.work();

            String columns = "select concat_ws('|', type, percent_basis_points, amount_minor, currency, description,"
                    + " recipient_name, recipient_email, client_id, state, requested_by) from payment_request";
            assertThat(byPanel.sql(columns))
                    .isEqualTo(byForm.sql(columns))
                    .contains("50% Deposit – Miller residence, new roof");
            assertThat(byPanel.host.mail().taken()).hasSize(1);
            assertThat(blocks(byPanel, Shop.office())).isEmpty();
        }
    }

    @Test
    void the_hint_names_amount_share_and_recipient_and_has_one_button() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            List<Block> blocks = blocks(shop, Shop.technician());

            assertThat(blocks.get(0))
                    .isInstanceOfSatisfying(
                            Block.Callout.class,
                            callout -> assertThat(callout.notice().text().arguments())
                                    .containsExactly(Money.of(6_000_00, "USD"), "50"));
            assertThat(blocks.get(1))
                    .isInstanceOfSatisfying(
                            Block.Paragraph.class,
                            paragraph -> assertThat(paragraph.text().arguments())
                                    .containsExactly("Dana Miller", "dana@example.com"));
            assertThat(form(blocks).submit().fallback()).isEqualTo("Send deposit request");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_click_twice_at_once_asks_once(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database)) {
            Submission once = shop.submission(shown(shop));

            List<ActionResult> results = both(() -> send(shop, once), () -> send(shop, once));
            shop.work();

            assertThat(results.get(0)).isEqualTo(results.get(1)).isInstanceOf(ActionResult.Done.class);
            assertThat(send(shop, once)).isEqualTo(results.get(0));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            assertThat(shop.host.mail().taken()).hasSize(1);
        }
    }

    @Test
    void a_second_click_on_a_page_left_open_sends_nothing_more() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> shown = shown(shop);
            assertThat(send(shop, shop.submission(shown))).isInstanceOf(ActionResult.Done.class);

            ActionResult later = send(shop, shop.submission(shown));

            assertThat(later)
                    .isInstanceOfSatisfying(
                            ActionResult.Refused.class,
                            refused -> assertThat(refused.code().value()).isEqualTo("deposit_not_due"));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
        }
    }

    @Test
    void an_amount_that_changed_since_the_page_was_opened_is_shown_before_it_is_sent() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> shown = shown(shop);
            shop.host.records().put(Shop.RIDGELINE, project("signed", Optional.of(Money.of(20_000_00, "USD"))));

            ActionResult result = send(shop, shop.submission(shown));

            assertThat(problems(result).get("form")).contains("deposit.changed");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
            Map<String, String> checked = new HashMap<>();
            form(result).fields().forEach(field -> checked.put(field.key(), field.value()));
            Submission again = shop.submission(checked);
            assertThat(panel(shop).submit(Shop.PROJECT, form(result).id(), again, Shop.office()))
                    .isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("1000000");
        }
    }

    @Test
    void a_guard_of_another_plugin_stops_the_click_too() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .paymentHooks()
                    .objects(List.of(new Objection("roofing-example", "no_permit", Text.of("guard.no_permit", "No"))));

            assertThat(problems(send(shop, shop.submission(shown(shop)))).get("form"))
                    .contains("guard.no_permit");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @Test
    void without_an_address_it_says_so_and_leads_to_the_form() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            String name = "Dana \"<img src=x onerror=alert(1)>\" \u202eMiller";
            shop.host
                    .records()
                    .put(
                            Shop.RIDGELINE,
                            new ClientView("c1", name, Optional.empty(), Optional.empty(), Optional.empty()));

            List<Block> blocks = blocks(shop, Shop.office());
            ActionResult result =
                    panel(shop).submit(Shop.PROJECT, form(blocks).id(), shop.submission(Map.of()), Shop.office());

            assertThat(blocks.get(1))
                    .isInstanceOfSatisfying(
                            Block.Paragraph.class,
                            paragraph ->
                                    assertThat(paragraph.text().arguments()).containsExactly(name));
            assertThat(problems(result).get("form")).contains("request.no_email");
            assertThat(form(result).fields())
                    .anyMatch(field ->
                            field.key().equals("amount") && field.value().equals("6000.00"));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "in_progress", "complete", "closed"})
    void no_deposit_is_offered_in_another_stage(String stage) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host.records().put(Shop.RIDGELINE, project(stage, Optional.of(Money.of(12_000_00, "USD"))));

            assertThat(blocks(shop, Shop.office())).isEmpty();
        }
    }

    @Test
    void strangers_people_without_the_right_and_projects_without_contract_see_nothing() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.request");
            RecordRef unknown = RecordRef.project("99");

            assertThat(panel(shop).blocks(unknown, Shop.office())).isEmpty();
            assertThat(panel(shop).submit(unknown, "send-deposit", shop.submission(Map.of()), stranger))
                    .isInstanceOf(ActionResult.Absent.class);
            assertThat(blocks(shop, Shop.actor(Shop.RIDGELINE, "stripe-payments.view")))
                    .isEmpty();
            assertThat(panel(shop)
                            .submit(
                                    Shop.PROJECT,
                                    "send-deposit",
                                    shop.submission(Map.of()),
                                    Shop.actor(Shop.RIDGELINE, "stripe-payments.view")))
                    .isInstanceOf(ActionResult.Refused.class);
            shop.host.records().put(Shop.RIDGELINE, project("signed", Optional.empty()));
            assertThat(blocks(shop, Shop.office())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_cannot_connect_stripe_asks_those_who_can_once_a_day(TestDatabase database) {
        try (Shop shop = Shop.unconnected(database)) {
            List<Block> blocks = blocks(shop, Shop.office());
            assertThat(keys(blocks)).containsExactly("not_ready.not_connected", "not_ready.who", "not_ready.ask");

            ActionResult first = ask(shop, Shop.PROJECT);
            assertThat(ask(shop, Shop.PROJECT)).isEqualTo(first);
            shop.work();

            assertThat(first).isEqualTo(ActionResult.done(Text.of("not_ready.told", "We told {0}.", "Alex Reyes")));
            List<Notification> told = shop.host.notifications().shown();
            assertThat(told).hasSize(1);
            assertThat(told.get(0).permission()).isEqualTo("stripe-payments.settings");
            assertThat(told.get(0).target()).isEqualTo(Target.page("settings"));
            assertThat(told.get(0).text())
                    .isEqualTo(Text.of(
                            "notice.asked_to_connect", "{0} asks you to connect Stripe: customers cannot pay.", "Pat"));
            shop.host.clock().advance(Duration.ofDays(1));
            assertThat(ask(shop, Shop.PROJECT)).isEqualTo(first);
            shop.work();
            assertThat(shop.host.notifications().shown()).hasSize(2);
        }
    }

    @Test
    void an_admin_is_led_to_the_settings_instead() {
        try (Shop shop = Shop.unconnected(TestDatabase.H2)) {
            Actor admin = Shop.actor(Shop.RIDGELINE, "stripe-payments.request", "stripe-payments.settings");

            assertThat(blocks(shop, admin).get(1))
                    .isInstanceOfSatisfying(
                            Block.Button.class,
                            button -> assertThat(button.target()).isEqualTo(Target.page("settings")));
        }
    }

    @Test
    void an_account_that_may_not_charge_is_told_apart_from_none() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.tamper("update connection set charges_enabled = false");
            assertThat(keys(blocks(shop, Shop.office()))).startsWith("not_ready.charges_off");
            assertThat(ask(shop, Shop.PROJECT)).isInstanceOf(ActionResult.Done.class);
            shop.work();
            assertThat(shop.host.notifications().shown().get(0).text().key()).isEqualTo("notice.asked_to_mend");

            shop.tamper("update connection set state = 'NEEDS_RECONNECT'");
            assertThat(keys(blocks(shop, Shop.office()))).startsWith("not_ready.key_refused");
            assertThat(send(shop, shop.submission(Map.of("shownAmount", "6000.00"))))
                    .isInstanceOfSatisfying(
                            ActionResult.Refused.class,
                            refused -> assertThat(refused.code().value()).isEqualTo("not_connected"));
        }
    }

    @Test
    void an_invoice_has_the_same_way_to_ask() {
        try (Shop shop = Shop.unconnected(TestDatabase.H2)) {
            RecordRef invoice = RecordRef.invoice("i1");
            assertThat(panel(shop).blocks(invoice, Shop.office())).isEmpty();
            shop.host.records().put(Shop.RIDGELINE, invoice(InvoiceView.STATE_ISSUED));

            assertThat(keys(panel(shop).blocks(invoice, Shop.office())))
                    .containsExactly("not_ready.not_connected", "not_ready.who", "not_ready.ask");
            assertThat(ask(shop, invoice)).isInstanceOf(ActionResult.Done.class);
            shop.host.records().put(Shop.RIDGELINE, invoice(InvoiceView.STATE_VOID));
            assertThat(panel(shop).blocks(invoice, Shop.office())).isEmpty();
        }
    }

    private static InvoiceView invoice(String state) {
        return new InvoiceView(
                "i1", "INV-1042", "c1", Optional.of("7"), state, Money.of(500_00, "USD"), Optional.empty());
    }

    private static ProjectView project(String stage, Optional<Money> contract) {
        return new ProjectView("7", "Miller residence, new roof", "c1", stage, "USD", contract);
    }

    private static RecordPanel panel(Shop shop) {
        return shop.panel("payments");
    }

    private static List<Block> blocks(Shop shop, Actor actor) {
        return panel(shop).blocks(Shop.PROJECT, actor);
    }

    private static ActionResult send(Shop shop, Submission submission) {
        return panel(shop).submit(Shop.PROJECT, "send-deposit", submission, Shop.office());
    }

    private static ActionResult ask(Shop shop, RecordRef record) {
        return panel(shop).submit(record, "ask-admin", shop.submission(Map.of()), Shop.office());
    }

    private static Map<String, String> shown(Shop shop) {
        Map<String, String> values = new HashMap<>();
        form(blocks(shop, Shop.office())).fields().forEach(field -> values.put(field.key(), field.value()));
        return values;
    }

    private static Form form(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form())
                .findFirst()
                .orElseThrow();
    }

    private static Form form(ActionResult result) {
        return ((ActionResult.Again) result).form();
    }

    private static List<String> keys(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block instanceof Block.Callout callout
                        ? callout.notice().text().key()
                        : block instanceof Block.Paragraph paragraph
                                ? paragraph.text().key()
                                : ((Block.Ask) block).form().submit().key())
                .toList();
    }

    static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
