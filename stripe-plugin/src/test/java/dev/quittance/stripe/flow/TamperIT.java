package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.ShopAssert.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes what passes through their hands changes neither the session nor the books. */
final class TamperIT {
    /** Every column that somebody might like to set, under the names of the database, of Stripe and of the forms. */
    private static final Map<String, String> WISHES = Map.ofEntries(
            Map.entry("amount", "0.50"),
            Map.entry("amount_minor", "50"),
            Map.entry("amountMinor", "50"),
            Map.entry("currency", "jpy"),
            Map.entry("state", "PAID"),
            Map.entry("status", "paid"),
            Map.entry("org_id", TestRecords.NORTHWIND.value()),
            Map.entry("orgId", TestRecords.NORTHWIND.value()),
            Map.entry("clientId", "somebody-else"),
            Map.entry("client_id", "somebody-else"),
            Map.entry("record_id", "9"),
            Map.entry("recipient_email", "thief@evil.example"),
            Map.entry("stripe_account_id", "acct_evil"),
            Map.entry("connection_id", "00000000-0000-0000-0000-000000000000"),
            Map.entry("success_url", "https://evil.example/"),
            Map.entry("line_items[0][price_data][unit_amount]", "50"),
            Map.entry("submission_key", "chosen"),
            Map.entry("version", "99"));

    @ParameterizedTest
    @EnumSource
    void the_pay_form_and_its_address_carry_neither_amount_nor_currency_nor_recipient(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            String asked = asked(shop);

            PublicCall call = new PublicCall(List.of(token(link)), WISHES, Locale.US);
            ActionResult result = shop.extension(PublicPage.class).submit(call, shop.submission(WISHES));

            String sent = new String(
                    shop.host.outgoing().sent().stream()
                            .filter(request -> request.uri().getPath().equals("/v1/checkout/sessions"))
                            .findFirst()
                            .orElseThrow()
                            .body(),
                    StandardCharsets.UTF_8);
            assertThat(result).isInstanceOf(ActionResult.Leave.class);
            assertThat(sent)
                    .contains("=480000", "=usd", "=dana%40example.com")
                    .doesNotContain("jpy", "evil", "thief", "=50&", "chosen");
            assertThat(asked(shop)).isEqualTo(asked);
            assertThat(shop.payer.pay(((ActionResult.Leave) result).uri(), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_return_address_is_no_proof_of_payment(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.clickThrough(link);
            String session = shop.sql("select stripe_checkout_session_id from attempt");
            Map<String, String> query = new TreeMap<>(WISHES);
            query.put("session_id", session);
            query.put("payment_status", "paid");
            query.put("redirect_status", "succeeded");

            PublicCall call = new PublicCall(List.of(token(link), "done"), query, Locale.US);
            assertThat(shop.extension(PublicPage.class).page(call))
                    .hasValueSatisfying(page -> assertThat(keys(page)).doesNotContain("pay.paid"));
            shop.work();

            assertThatShop(shop).isNotPaid();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_webhook_says_about_money_is_not_taken_from_it_even_if_it_is_signed(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.clickThrough(link);
            String session = shop.sql("select stripe_checkout_session_id from attempt");
            String account = shop.sql("select stripe_account_id from attempt");
            String event =
                    "{\"id\":\"evt_tampered\",\"object\":\"event\",\"api_version\":\"2025-01-01\",\"livemode\":false,"
                            + "\"type\":\"checkout.session.completed\",\"account\":\"" + account
                            + "\",\"data\":{\"object\":{\"id\":\"" + session
                            + "\",\"object\":\"checkout.session\",\"amount_total\":480000,\"currency\":\"usd\","
                            + "\"metadata\":{\"q_installation\":\"installation-1\"},\"payment_status\":\"paid\",\"status\":\"complete\",\"payment_intent\":\"pi_invented\"}}}";

            assertThat(shop.extension(WebhookEndpoint.class)
                            .receive(signed(shop, event))
                            .status())
                    .isEqualTo(200);
            shop.work();

            assertThatShop(shop).isNotPaid();
            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
            assertThat(shop.sql("select state || reason from webhook_event where stripe_event_id = 'evt_tampered'"))
                    .isEqualTo("APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_link_that_was_revoked_opens_nothing_and_starts_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.open(link)).isPresent();

            shop.tamper("update pay_link set revoked_at = created_at");

            assertThat(shop.open(link)).isEmpty();
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Absent.class);
            assertThat(SessionsAtStripe.count(shop)).isZero();
        }
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }

    private static String asked(Shop shop) {
        return shop.sql("select org_id || client_id || amount_minor || currency || recipient_email || state"
                + " || record_id || submission_key from payment_request");
    }

    /** Signed with the endpoint's own secret, as only Stripe can. */
    private static WebhookCall signed(Shop shop, String event) {
        String endpoint = shop.sql("select endpoint_id from webhook_endpoint");
        String secret = shop.host
                .secrets()
                .openText(Shop.RIDGELINE, "webhook_secret/" + endpoint, new Sealed(sealedSecret(shop)));
        long now = shop.host.clock().instant().getEpochSecond();
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((now + ".").getBytes(StandardCharsets.US_ASCII));
            String header = "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
            return new WebhookCall(endpoint, Map.of("stripe-signature", header), body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sealedSecret(Shop shop) {
        try (Connection connection = shop.host.database().dataSource().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select secret_sealed from webhook_endpoint")) {
            rows.next();
            return rows.getBytes(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
