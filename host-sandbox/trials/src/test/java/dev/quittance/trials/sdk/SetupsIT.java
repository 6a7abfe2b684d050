package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.SetupAttemptListParams;
import com.stripe.param.SetupIntentCancelParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentVerifyMicrodepositsParams;
import com.stripe.service.V1Services;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payment methods kept for later, and what is paid with them, through the official client. */
final class SetupsIT {
    private final Office office = Office.open();
    private final V1Services v1 = office.client().v1();
    private String customer = "";

    @BeforeEach
    void somebody() throws StripeException {
        customer = v1.customers().create().getId();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static PaymentMethodCreateParams bank(String number) {
        return PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.US_BANK_ACCOUNT)
                .setBillingDetails(PaymentMethodCreateParams.BillingDetails.builder()
                        .setName("Ana Ruiz")
                        .build())
                .setUsBankAccount(PaymentMethodCreateParams.UsBankAccount.builder()
                        .setRoutingNumber("110000000")
                        .setAccountNumber(number)
                        .setAccountHolderType(PaymentMethodCreateParams.UsBankAccount.AccountHolderType.INDIVIDUAL)
                        .build())
                .build();
    }

    private SetupIntent setUpBank() throws StripeException {
        return v1.setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setCustomer(customer)
                        .addPaymentMethodType("us_bank_account")
                        .setPaymentMethod(
                                v1.paymentMethods().create(bank("000123456789")).getId())
                        .setMandateData(SetupIntentCreateParams.MandateData.builder()
                                .setCustomerAcceptance(SetupIntentCreateParams.MandateData.CustomerAcceptance.builder()
                                        .setType(SetupIntentCreateParams.MandateData.CustomerAcceptance.Type.OFFLINE)
                                        .setOffline(
                                                SetupIntentCreateParams.MandateData.CustomerAcceptance.Offline.builder()
                                                        .build())
                                        .build())
                                .build())
                        .setConfirm(true)
                        .build());
    }

    @Test
    void a_card_is_set_up_pays_without_its_owner_and_is_let_go_for_good() throws StripeException {
        SetupIntent made = v1.setupIntents()
                .create(SetupIntentCreateParams.builder().setCustomer(customer).build());
        SetupIntent done = v1.setupIntents()
                .confirm(
                        made.getId(),
                        SetupIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .setReturnUrl("https://crm.example/back")
                                .build());
        PaymentIntent paid = v1.paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(4_200L)
                        .setCurrency("usd")
                        .setCustomer(customer)
                        .setPaymentMethod(done.getPaymentMethod())
                        .setOffSession(true)
                        .setConfirm(true)
                        .build());
        PaymentMethod gone = v1.paymentMethods().detach(done.getPaymentMethod());
        InvalidRequestException never = catchThrowableOfType(
                InvalidRequestException.class,
                () -> v1.paymentMethods()
                        .attach(
                                done.getPaymentMethod(),
                                PaymentMethodAttachParams.builder()
                                        .setCustomer(customer)
                                        .build()));

        assertThat(made.getStatus()).isEqualTo("requires_payment_method");
        assertThat(done.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(gone.getCustomer()).isNull();
        assertThat(never.getStatusCode()).isEqualTo(400);
        office.checkAnswers();
    }

    @Test
    void every_try_is_kept_with_what_went_wrong() throws StripeException {
        SetupIntent made = v1.setupIntents()
                .create(SetupIntentCreateParams.builder().setCustomer(customer).build());
        CardException declined = catchThrowableOfType(
                CardException.class,
                () -> v1.setupIntents()
                        .confirm(
                                made.getId(),
                                SetupIntentConfirmParams.builder()
                                        .setPaymentMethod("pm_card_visa_chargeDeclined")
                                        .setReturnUrl("https://crm.example/back")
                                        .build()));
        SetupIntent cancelled = v1.setupIntents()
                .cancel(
                        made.getId(),
                        SetupIntentCancelParams.builder()
                                .setCancellationReason(SetupIntentCancelParams.CancellationReason.ABANDONED)
                                .build());
        var tries = v1.setupAttempts()
                .list(SetupAttemptListParams.builder()
                        .setSetupIntent(made.getId())
                        .build())
                .getData();

        assertThat(declined.getCode()).isEqualTo("card_declined");
        assertThat(declined.getStripeError()
                        .getSetupIntent()
                        .getLastSetupError()
                        .getCode())
                .isEqualTo("card_declined");
        assertThat(tries).hasSize(1);
        assertThat(tries.get(0).getStatus()).isEqualTo("failed");
        assertThat(cancelled.getStatus()).isEqualTo("canceled");
        office.checkAnswers();
    }

    @Test
    void two_small_deposits_make_a_bank_account_usable_under_its_mandate() throws StripeException {
        SetupIntent waiting = setUpBank();
        InvalidRequestException wrong = catchThrowableOfType(
                InvalidRequestException.class,
                () -> v1.setupIntents()
                        .verifyMicrodeposits(
                                waiting.getId(),
                                SetupIntentVerifyMicrodepositsParams.builder()
                                        .addAmount(1L)
                                        .addAmount(2L)
                                        .build()));
        SetupIntent done = v1.setupIntents()
                .verifyMicrodeposits(
                        waiting.getId(),
                        SetupIntentVerifyMicrodepositsParams.builder()
                                .addAmount(32L)
                                .addAmount(45L)
                                .build());
        PaymentIntent debit = v1.paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(90_000L)
                        .setCurrency("usd")
                        .setCustomer(customer)
                        .setPaymentMethod(done.getPaymentMethod())
                        .addPaymentMethodType("us_bank_account")
                        .setOffSession(true)
                        .setConfirm(true)
                        .build());
        office.pass(Duration.ofDays(7));

        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(waiting.getNextAction().getType()).isEqualTo("verify_with_microdeposits");
        assertThat(wrong.getCode()).isEqualTo("payment_method_microdeposit_verification_amounts_mismatch");
        assertThat(done.getStatus()).isEqualTo("succeeded");
        assertThat(v1.mandates().retrieve(done.getMandate()).getStatus()).isEqualTo("active");
        assertThat(debit.getStatus()).isEqualTo("processing");
        assertThat(v1.paymentIntents().retrieve(debit.getId()).getStatus()).isEqualTo("succeeded");
        office.checkAnswers();
    }

    @Test
    void a_customers_methods_are_listed_by_their_type() throws StripeException {
        for (int i = 0; i < 3; i++) {
            v1.paymentMethods()
                    .attach(
                            "pm_card_mastercard",
                            PaymentMethodAttachParams.builder()
                                    .setCustomer(customer)
                                    .build());
        }
        int count = 0;
        for (PaymentMethod each : v1.paymentMethods()
                .list(PaymentMethodListParams.builder()
                        .setCustomer(customer)
                        .setType(PaymentMethodListParams.Type.CARD)
                        .setLimit(1L)
                        .build())
                .autoPagingIterable()) {
            assertThat(each.getCard().getBrand()).isEqualTo("mastercard");
            count++;
        }

        assertThat(count).isEqualTo(3);
        office.checkAnswers();
    }
}
