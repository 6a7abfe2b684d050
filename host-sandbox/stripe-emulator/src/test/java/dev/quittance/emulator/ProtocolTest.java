package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts, sections 2 and 3: keys, errors, encoding, versions. */
final class ProtocolTest {
    private final Shop shop = Shop.open();

    private Answer as(String authorization) {
        return shop.call("GET", "/v1/account", Map.of(), Map.of("Authorization", authorization));
    }

    private Answer raw(String method, String path, String query, byte[] body) {
        return shop.stripe().handle(new Call(method, path, query, Map.of("Authorization", "Bearer " + Shop.KEY), body));
    }

    @Test
    void bearer_and_basic_keys_open_the_account_they_belong_to() {
        String basic = Base64.getEncoder().encodeToString((Shop.KEY + ":").getBytes(StandardCharsets.UTF_8));

        assertThat(as("Bearer " + Shop.KEY).status()).isEqualTo(200);
        assertThat(as("bearer " + Shop.KEY).status()).isEqualTo(200);
        assertThat(as("Basic " + basic).status()).isEqualTo(200);
        assertThat(as("Bearer " + shop.stripe().firstAccountKeys().restrictedKey())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "Bearer, ''",
        "Digest abc, ''",
        "Basic !!!, ''",
        "Bearer sk_test_unknown00000000, ''",
        "Bearer sk_live_abcdefghijklmnop, livemode_mismatch",
        "Bearer rk_live_abcdefghijklmnop, livemode_mismatch",
        "Bearer pk_test_abcdefghijklmnop, ''",
    })
    void what_opens_nothing_is_refused_and_not_repeated(String authorization, String code) {
        Answer refused = as(authorization);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(Shop.error(refused).path("code").asText("")).isEqualTo(code);
        assertThat(Shop.text(refused)).doesNotContain("unknown00000000", "abcdefghijklmnop");
    }

    @Test
    void an_account_sees_nothing_of_another() {
        AccountKeys other = shop.stripe()
                .addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", Optional.of("sk_test_kuestenbau1")));
        String session = shop.session().path("id").asText();
        Map<String, String> otherKey = Map.of("Authorization", "Bearer " + other.secretKey());

        assertThat(shop.call("GET", "/v1/checkout/sessions/" + session, Map.of(), otherKey)
                        .status())
                .isEqualTo(404);
        assertThat(Shop.text(shop.call("GET", "/v1/checkout/sessions", Map.of(), otherKey)))
                .doesNotContain(session);
        assertThat(shop.call("GET", "/v1/checkout/sessions?starting_after=" + session, Map.of(), otherKey)
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> shop.stripe()
                        .addAccount(new AccountSpec("Third", "US", "usd", Optional.of("sk_test_kuestenbau1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_live_key_cannot_be_chosen_for_an_account() {
        assertThatThrownBy(() -> new AccountSpec("X", "US", "usd", Optional.of("sk_live_abcdefghijkl")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_account_says_that_it_can_charge() {
        ObjectNode account = shop.get("/v1/account");

        assertThat(account.path("charges_enabled").asBoolean()).isTrue();
        assertThat(account.path("country").asText()).isEqualTo("US");
        assertThat(account.path("default_currency").asText()).isEqualTo("usd");
        assertThat(account.at("/business_profile/name").asText()).isEqualTo("Ridgeline Roofing");
        assertThat(account.at("/settings/dashboard/display_name").asText()).isEqualTo("Ridgeline Roofing");
        assertThat(account.toString()).doesNotContain("sk_test", "rk_test");
        assertThat(shop.get("/v1/accounts/" + account.path("id").asText())).isEqualTo(account);
    }

    @Test
    void every_answer_names_request_and_version() {
        Answer answer = shop.call("GET", "/v1/balance", Map.of(), Map.of("Stripe-Version", "2026-05-27.dahlia"));

        assertThat(answer.headers())
                .containsEntry("Stripe-Version", "2026-05-27.dahlia")
                .containsEntry("Content-Type", "application/json");
        assertThat(answer.headers().get("Request-Id")).matches("req_[0-9A-Za-z]{14}");
    }

    @Test
    void another_release_train_is_refused_honestly() {
        Answer refused = shop.call("GET", "/v1/balance", Map.of(), Map.of("Stripe-Version", "2026-10-28.endive"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.error(refused).path("code").asText()).isEqualTo("not_emulated");
    }

    @Test
    void calls_on_behalf_of_an_account_that_is_not_connected_are_refused() {
        Answer refused = shop.call("GET", "/v1/balance", Map.of(), Map.of("Stripe-Account", "acct_other"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Shop.error(refused).path("code").asText()).isEqualTo("account_invalid");
        assertThat(Shop.text(refused)).doesNotContain(Shop.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/topups, 400, not_emulated",
        "POST, /v1/subscriptions, 400, not_emulated",
        "PATCH, /v1/customers, 404, ''",
        "GET, /v1/checkout/sessions/cs_1/nothing, 404, ''",
        "GET, /v1/nonsense, 404, ''",
        "GET, /v1/, 404, ''",
        "GET, /v1/checkout/sessions/cs_test_none, 404, resource_missing",
        "GET, /v1/payment_intents/pi_none, 404, resource_missing",
        "GET, /v1/charges/ch_none, 404, resource_missing",
        "GET, /v1/balance_transactions/txn_none, 404, resource_missing",
        "GET, /v1/events/evt_none, 404, resource_missing",
        "GET, /v1/customers/cus_none, 404, resource_missing",
        "DELETE, /v1/webhook_endpoints/we_none, 404, resource_missing",
    })
    void a_wrong_path_gets_stripes_error_shape(String method, String path, int status, String code) {
        Answer refused = shop.call(method, path, Map.of(), Map.of());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(Shop.error(refused).path("code").asText("")).isEqualTo(code);
        assertThat(Shop.error(refused).path("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email=%zz",
                "email=%",
                "email=%ff",
                "a[b=1",
                "a]b[=1",
                "[a]=1",
                "a[b][c][d][e][f][g][h][i][j][k][l]=1",
                "email=x&email[a]=y",
                "email[a]=y&email=x",
            })
    void broken_encoding_is_a_400_and_never_a_500(String body) {
        Answer refused = raw("POST", "/v1/customers", "", body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.status()).as(Shop.text(refused)).isEqualTo(400);
        assertThat(shop.get("/v1/customers").path("data")).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_and_bodies_without_end_are_refused() {
        assertThat(raw("POST", "/v1/customers", "", new byte[] {'e', '=', (byte) 0xff, (byte) 0xfe})
                        .status())
                .isEqualTo(400);
        assertThat(raw("POST", "/v1/customers", "", new byte[1024 * 1024 + 1]).status())
                .isEqualTo(413);
        assertThat(raw("POST", "/v1/customers", "a[".repeat(1000), new byte[0]).status())
                .isEqualTo(400);
        assertThat(raw("POST", "/v1/customers", "a&".repeat(6000), new byte[0]).status())
                .isEqualTo(400);
        Answer json = shop.call(
                "POST", "/v1/customers", Map.of("email", "a@example.com"), Map.of("Content-Type", "application/json"));
        assertThat(json.status()).isEqualTo(400);
    }

    @Test
    void texts_in_any_script_come_back_as_sent() {
        String name = "Zoë & Søn 株式会社 🏠 + 100%";

        ObjectNode customer = shop.post("/v1/customers", Map.of("name", name));

        assertThat(shop.get("/v1/customers/" + customer.path("id").asText())
                        .path("name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void the_core_says_that_it_is_well() {
        assertThat(shop.page("GET", "/healthz", Map.of()).status()).isEqualTo(200);
        assertThat(shop.page("GET", "/favicon.ico", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_failing_journal_is_a_500_and_nothing_is_believed_to_have_happened() {
        java.util.concurrent.atomic.AtomicBoolean full = new java.util.concurrent.atomic.AtomicBoolean();
        Journal memory = Journal.inMemory();
        Journal disk = new Journal() {
            @Override
            public void append(String line) {
                if (full.get()) {
                    throw new java.io.UncheckedIOException(new java.io.IOException("disk full"));
                }
                memory.append(line);
            }

            @Override
            public Iterable<String> lines() {
                return memory.lines();
            }

            @Override
            public void close() {
                memory.close();
            }
        };
        LocalStripe stripe =
                LocalStripe.open(new World(() -> Shop.MONDAY, new java.util.Random(1)::nextLong, disk, Shop.ORIGIN));
        String key = stripe.addAccount(new AccountSpec("A", "US", "usd", Optional.empty()))
                .secretKey();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + key);
        full.set(true);

        Answer failed = stripe.handle(new Call("POST", "/v1/customers", "", headers, new byte[0]));
        full.set(false);

        assertThat(failed.status()).isEqualTo(500);
        assertThat(Shop.text(stripe.handle(new Call("GET", "/v1/customers", "", headers, new byte[0]))))
                .doesNotContain("cus_");
    }
}
