package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.Stripe;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.exception.oauth.InvalidClientException;
import com.stripe.exception.oauth.InvalidGrantException;
import com.stripe.model.Account;
import com.stripe.model.AccountLink;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.oauth.TokenResponse;
import com.stripe.net.OAuth;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.service.V1Services;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.wire.Json;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts of a platform and accounts connected to it, through the official client. */
final class ConnectIT {
    private static final String BACK = "https://crm.example/connected";
    private final Office office = Office.open();
    private final V1Services v1 = office.client().v1();
    private final RequestOptions key =
            RequestOptions.builder().setApiKey(office.account().secretKey()).build();

    @BeforeEach
    void leadOAuthHere() {
        Stripe.overrideConnectBase(office.url());
    }

    @AfterEach
    void close() {
        Stripe.overrideConnectBase(Stripe.CONNECT_API_BASE);
        office.close();
    }

    private static RequestOptions actingFor(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    private static PaymentIntentCreateParams payment() {
        return PaymentIntentCreateParams.builder()
                .setAmount(5_000L)
                .setCurrency("usd")
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
    }

    /** The owner follows the link and answers what it asks; what is seen then. */
    private Seen onboarded(String account) throws StripeException {
        AccountLink link = v1.accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(account)
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .setRefreshUrl(BACK + "?again")
                        .setReturnUrl(BACK)
                        .build());
        Seen page = office.payer().open(URI.create(link.getUrl()));
        return office.payer()
                .submitOnly(page.form("form")
                        .with("business_name", "Hill & Dale")
                        .with("business_url", "https://hill.example")
                        .with("first_name", "Ada")
                        .with("last_name", "Hill")
                        .with("account_number", "000123456789")
                        .with("terms", "agreed")
                        .with("decision", "submit"));
    }

    @Test
    void a_new_account_is_onboarded_on_its_page_and_takes_money_of_its_own() throws StripeException {
        Account fresh = v1.accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.EXPRESS)
                        .setCapabilities(AccountCreateParams.Capabilities.builder()
                                .setCardPayments(AccountCreateParams.Capabilities.CardPayments.builder()
                                        .setRequested(true)
                                        .build())
                                .build())
                        .build());
        Seen done = onboarded(fresh.getId());
        office.pass(Duration.ofSeconds(6));
        Account ready = v1.accounts().retrieve(fresh.getId());
        PaymentIntent paid = v1.paymentIntents().create(payment(), actingFor(fresh.getId()));

        assertThat(fresh.getChargesEnabled()).isFalse();
        assertThat(fresh.getRequirements().getCurrentlyDue()).isNotEmpty();
        assertThat(done.leadsTo()).contains(URI.create(BACK));
        assertThat(ready.getChargesEnabled()).isTrue();
        assertThat(ready.getCapabilities().getCardPayments()).isEqualTo("active");
        assertThat(v1.accounts()
                        .capabilities()
                        .retrieve(fresh.getId(), "card_payments")
                        .getStatus())
                .isEqualTo("active");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(v1.paymentIntents().list().getData()).isEmpty();
        assertThat(v1.paymentIntents().list(null, actingFor(fresh.getId())).getData())
                .hasSize(1);
        office.checkAnswers();
    }

    private String register() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(office.url() + "/_local/applications"))
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "account=" + office.account().account() + "&redirect_uris[0]=" + BACK))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return Json.read(answer.body()).path("client_id").asText();
    }

    private String agreed(String clientId, AccountKeys owner) throws StripeException {
        // The client adds to the map that it is given.
        Map<String, Object> wanted = new HashMap<>(
                Map.of("client_id", clientId, "scope", "read_write", "redirect_uri", BACK, "state", "s1"));
        String address = OAuth.authorizeUrl(wanted, key);
        Seen asked = office.payer().open(URI.create(address));
        Seen decided = office.payer()
                .submitOnly(asked.form("form").with("account", owner.account()).with("decision", "approve"));
        return decided.leadsTo().orElseThrow().getRawQuery().replaceAll(".*code=(ac_[A-Za-z0-9]+).*", "$1");
    }

    private static TokenResponse exchanged(String code, RequestOptions key) throws StripeException {
        return OAuth.token(new HashMap<>(Map.of("grant_type", "authorization_code", "code", code)), key);
    }

    @Test
    void an_owner_connects_the_platform_hears_and_a_code_used_twice_ends_it() throws Exception {
        AccountKeys owner = office.stripe().addAccount(new AccountSpec("Hill & Dale", "US", "usd", Optional.empty()));
        String clientId = register();
        try (Mailbox mailbox = Mailbox.open()) {
            String secret = v1.webhookEndpoints()
                    .create(WebhookEndpointCreateParams.builder()
                            .setUrl(mailbox.url())
                            .setConnect(true)
                            .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                            .addEnabledEvent(
                                    WebhookEndpointCreateParams.EnabledEvent.ACCOUNT__APPLICATION__DEAUTHORIZED)
                            .build())
                    .getSecret();
            String code = agreed(clientId, owner);
            TokenResponse token = exchanged(code, key);
            v1.paymentIntents().create(payment(), actingFor(owner.account()));
            Event paid = opened(mailbox.next(), secret);
            InvalidGrantException twice = catchThrowableOfType(InvalidGrantException.class, () -> exchanged(code, key));
            Event left = opened(mailbox.next(), secret);
            PermissionException gone = catchThrowableOfType(
                    PermissionException.class, () -> v1.paymentIntents().create(payment(), actingFor(owner.account())));

            assertThat(token.getStripeUserId()).isEqualTo(owner.account());
            assertThat(token.getScope()).isEqualTo("read_write");
            assertThat(paid.getAccount()).isEqualTo(owner.account());
            assertThat(paid.getType()).isEqualTo("payment_intent.succeeded");
            assertThat(twice.getOauthError().getError()).isEqualTo("invalid_grant");
            assertThat(left.getType()).isEqualTo("account.application.deauthorized");
            assertThat(gone.getCode()).isEqualTo("account_invalid");
        }
        office.checkAnswers();
    }

    private Event opened(Mailbox.Letter letter, String secret) throws StripeException {
        return Webhook.constructEvent(
                letter.body(), letter.signature(), secret, 300, Clock.fixed(office.now(), ZoneOffset.UTC));
    }

    @Test
    void a_platform_lets_go_of_an_account_once() throws Exception {
        AccountKeys owner = office.stripe().addAccount(new AccountSpec("Hill & Dale", "US", "usd", Optional.empty()));
        String clientId = register();
        exchanged(agreed(clientId, owner), key);
        Map<String, Object> whom = new HashMap<>(Map.of("client_id", clientId, "stripe_user_id", owner.account()));

        assertThat(OAuth.deauthorize(whom, key).getStripeUserId()).isEqualTo(owner.account());
        InvalidClientException again =
                catchThrowableOfType(InvalidClientException.class, () -> OAuth.deauthorize(whom, key));
        assertThat(again.getOauthError().getErrorDescription()).isNotEmpty();
    }
}
