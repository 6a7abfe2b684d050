package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentMethodAttachParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payment intents and payment methods, through the official client. */
final class PaymentsIT {
    private static final String RETURN = "https://crm.example/return";
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private static PaymentIntentCreateParams.Builder terms(long cents) {
        return PaymentIntentCreateParams.builder()
                .setAmount(cents)
                .setCurrency("usd")
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build());
    }

    @Test
    void a_card_pays_and_its_fee_is_known_a_moment_later() throws StripeException {
        var intents = office.client().v1().paymentIntents();
        PaymentIntent paid = intents.create(
                terms(10_000).setPaymentMethod("pm_card_visa").setConfirm(true).build());
        office.pass(Duration.ofSeconds(3));
        PaymentIntent settled = intents.retrieve(
                paid.getId(),
                PaymentIntentRetrieveParams.builder()
                        .addExpand("latest_charge.balance_transaction")
                        .build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(settled.getLatestChargeObject().getBalanceTransactionObject().getFee())
                .isEqualTo(320);
        office.checkAnswers();
    }

    @Test
    void a_declined_card_says_why_and_another_one_pays() throws StripeException {
        var intents = office.client().v1().paymentIntents();
        PaymentIntent open = intents.create(terms(2_500).build());
        CardException declined = catchThrowableOfType(
                CardException.class,
                () -> intents.confirm(
                        open.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa_chargeDeclinedInsufficientFunds")
                                .build()));
        PaymentIntent paid = intents.confirm(
                open.getId(),
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .build());

        assertThat(declined.getCode()).isEqualTo("card_declined");
        assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
        assertThat(declined.getStripeError().getPaymentIntent().getStatus()).isEqualTo("requires_payment_method");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        office.checkAnswers();
    }

    @Test
    void money_is_held_and_a_part_of_it_taken() throws StripeException {
        var intents = office.client().v1().paymentIntents();
        PaymentIntent held = intents.create(terms(9_000)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .build());
        PaymentIntent taken = intents.capture(
                held.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(4_000L).build());

        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(taken.getAmountReceived()).isEqualTo(4_000);
        office.checkAnswers();
    }

    @Test
    void what_was_paid_cannot_be_cancelled_and_what_was_cancelled_cannot_be_paid() throws StripeException {
        var intents = office.client().v1().paymentIntents();
        PaymentIntent paid = intents.create(
                terms(700).setPaymentMethod("pm_card_visa").setConfirm(true).build());
        PaymentIntent open = intents.create(terms(800).build());
        intents.cancel(
                open.getId(),
                PaymentIntentCancelParams.builder()
                        .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                        .build());

        InvalidRequestException late =
                catchThrowableOfType(InvalidRequestException.class, () -> intents.cancel(paid.getId()));
        InvalidRequestException gone = catchThrowableOfType(
                InvalidRequestException.class,
                () -> intents.confirm(
                        open.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build()));

        assertThat(late.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(gone.getCode()).isEqualTo("payment_intent_unexpected_state");
        office.checkAnswers();
    }

    @Test
    void a_kept_card_that_wants_its_owner_is_refused_without_them() throws StripeException {
        var v1 = office.client().v1();
        String customer = v1.customers()
                .create(CustomerCreateParams.builder().setName("Ana").build())
                .getId();
        String method = v1.paymentMethods()
                .attach(
                        "pm_card_authenticationRequired",
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer)
                                .build())
                .getId();
        CardException refused = catchThrowableOfType(
                CardException.class,
                () -> v1.paymentIntents()
                        .create(terms(1_500)
                                .setCustomer(customer)
                                .setPaymentMethod(method)
                                .setOffSession(true)
                                .setConfirm(true)
                                .build()));
        PaymentIntent there = v1.paymentIntents()
                .create(terms(1_500)
                        .setCustomer(customer)
                        .setPaymentMethod(method)
                        .setReturnUrl(RETURN)
                        .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                                .setEnabled(true)
                                .build())
                        .setConfirm(true)
                        .build());

        assertThat(refused.getCode()).isEqualTo("authentication_required");
        assertThat(there.getStatus()).isEqualTo("requires_action");
        office.checkAnswers();
    }
}
