package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong, as the official client understands it. */
final class ErrorsIT {
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private static CustomerCreateParams named(String name) {
        return CustomerCreateParams.builder().setName(name).build();
    }

    @Test
    void a_key_that_nobody_knows_opens_nothing() {
        AuthenticationException refused = catchThrowableOfType(
                AuthenticationException.class,
                () -> office.clientWith("sk_test_nobodyhasthis").v1().balance().retrieve());

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getRequestId()).startsWith("req_");
        office.checkAnswers();
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        InvalidRequestException missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> office.client().v1().customers().retrieve("cus_nobody"));

        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getCode()).isEqualTo("resource_missing");
        assertThat(missing.getParam()).isEqualTo("id");
        office.checkAnswers();
    }

    @Test
    void a_parameter_that_stripe_does_not_know_is_named() {
        InvalidRequestException unknown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> office.client()
                        .v1()
                        .customers()
                        .list(CustomerListParams.builder()
                                .putExtraParam("colour", "red")
                                .build()));

        assertThat(unknown.getCode()).isEqualTo("parameter_unknown");
        assertThat(unknown.getParam()).isEqualTo("colour");
        office.checkAnswers();
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_question_is_refused() throws StripeException {
        var customers = office.client().v1().customers();
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey("project-17").build();
        Customer first = customers.create(named("Ana"), once);
        Customer again = customers.create(named("Ana"), once);
        IdempotencyException other =
                catchThrowableOfType(IdempotencyException.class, () -> customers.create(named("Bea"), once));
        office.pass(Duration.ofHours(25));
        Customer nextDay = customers.create(named("Bea"), once);

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(other.getStatusCode()).isEqualTo(400);
        assertThat(nextDay.getId()).isNotEqualTo(first.getId());
        office.checkAnswers();
    }
}
