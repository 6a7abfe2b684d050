package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import com.stripe.service.WebhookEndpointService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks as the official client checks and reads them. */
final class WebhooksIT {
    private static final long TOLERANCE_SECONDS = 300;
    private final Office office = Office.open();
    private final Mailbox mailbox = Mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
        office.close();
    }

    private WebhookEndpointService endpoints() {
        return office.client().v1().webhookEndpoints();
    }

    private WebhookEndpoint listen() throws StripeException {
        return endpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(mailbox.url())
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CUSTOMER__CREATED)
                        .setDescription("the office")
                        .build());
    }

    private Event opened(Mailbox.Letter letter, String secret) throws SignatureVerificationException {
        return Webhook.constructEvent(
                letter.body(),
                letter.signature(),
                secret,
                TOLERANCE_SECONDS,
                Clock.fixed(office.now(), ZoneOffset.UTC));
    }

    private void local(String path, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(office.url() + path))
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_webhook_is_what_its_signature_says_and_holds_an_object_that_the_client_reads() throws Exception {
        String secret = listen().getSecret();
        Customer made = office.client().v1().customers().create();
        Mailbox.Letter letter = mailbox.next();
        Event event = opened(letter, secret);

        assertThat(event.getType()).isEqualTo("customer.created");
        assertThat(event.getDataObjectDeserializer().getObject())
                .hasValueSatisfying(
                        object -> assertThat(((Customer) object).getId()).isEqualTo(made.getId()));
        assertThatThrownBy(() -> opened(letter, "whsec_anothers")).isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> opened(new Mailbox.Letter(letter.body() + " ", letter.signature()), secret))
                .isInstanceOf(SignatureVerificationException.class);
        office.pass(Duration.ofSeconds(TOLERANCE_SECONDS + 1));
        assertThatThrownBy(() -> opened(letter, secret)).isInstanceOf(SignatureVerificationException.class);
        office.checkAnswers();
    }

    @Test
    void while_a_secret_is_rolled_both_are_good_and_a_resend_is_signed_anew() throws Exception {
        WebhookEndpoint endpoint = listen();
        String fresh = office.stripe().rollSecret(endpoint.getId(), Duration.ofHours(1));
        office.client().v1().customers().create();
        Mailbox.Letter first = mailbox.next();
        String id = opened(first, fresh).getId();
        assertThat(opened(first, endpoint.getSecret()).getId()).isEqualTo(id);

        office.pass(Duration.ofHours(2));
        local("/_local/events/" + id + "/resend", "webhook_endpoint=" + endpoint.getId());
        Mailbox.Letter second = mailbox.next();

        assertThat(opened(second, fresh).getId()).isEqualTo(id);
        assertThatThrownBy(() -> opened(second, endpoint.getSecret()))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void an_event_of_another_release_train_is_left_to_the_reader() throws Exception {
        String secret = listen().getSecret();
        local("/_local/faults", "effect=api_version&version=2026-10-28.endive&count=1");
        Customer made = office.client().v1().customers().create();
        Event event = opened(mailbox.next(), secret);

        assertThat(event.getApiVersion()).isEqualTo("2026-10-28.endive");
        assertThat(event.getDataObjectDeserializer().getObject()).isEmpty();
        assertThat(((Customer) event.getDataObjectDeserializer().deserializeUnsafe()).getId())
                .isEqualTo(made.getId());
    }

    @Test
    void an_endpoint_is_changed_listed_switched_off_and_deleted() throws StripeException {
        WebhookEndpoint one = listen();
        WebhookEndpoint two = listen();
        WebhookEndpoint off = endpoints()
                .update(
                        one.getId(),
                        WebhookEndpointUpdateParams.builder()
                                .setDisabled(true)
                                .addEnabledEvent(WebhookEndpointUpdateParams.EnabledEvent.ALL)
                                .build());
        List<String> listed = new ArrayList<>();
        endpoints()
                .list(WebhookEndpointListParams.builder().setLimit(1L).build())
                .autoPagingIterable()
                .forEach(each -> listed.add(each.getId()));

        assertThat(one.getSecret()).startsWith("whsec_");
        assertThat(off.getSecret()).isNull();
        assertThat(off.getStatus()).isEqualTo("disabled");
        assertThat(listed).containsExactly(two.getId(), one.getId());
        assertThat(endpoints().delete(two.getId()).getDeleted()).isTrue();
        office.checkAnswers();
    }

    @Test
    void what_happened_is_found_by_following_the_list_of_events() throws StripeException {
        for (int i = 0; i < 5; i++) {
            office.client().v1().customers().create();
        }
        List<String> types = new ArrayList<>();
        for (Event event : office.client()
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("customer.created")
                        .setLimit(2L)
                        .build())
                .autoPagingIterable()) {
            types.add(office.client().v1().events().retrieve(event.getId()).getType());
        }

        assertThat(types).hasSize(5).containsOnly("customer.created");
        office.checkAnswers();
    }
}
