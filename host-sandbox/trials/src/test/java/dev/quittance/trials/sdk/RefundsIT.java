package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to money after it was paid, through the official client. */
final class RefundsIT {
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private PaymentIntent paid(String method, long cents) throws StripeException {
        PaymentIntent intent = office.client()
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(cents)
                        .setCurrency("usd")
                        .setPaymentMethod(method)
                        .setConfirm(true)
                        .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                                .setEnabled(true)
                                .setAllowRedirects(
                                        PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                                .build())
                        .build());
        office.pass(Duration.ofSeconds(3));
        return intent;
    }

    private static RefundCreateParams of(PaymentIntent intent, long cents) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(cents)
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .build();
    }

    @Test
    void money_goes_back_in_parts_and_never_more_than_was_paid() throws StripeException {
        var v1 = office.client().v1();
        PaymentIntent intent = paid("pm_card_visa", 5_000);
        Refund first = v1.refunds().create(of(intent, 1_500));
        Refund second = v1.refunds().create(of(intent, 2_500));
        InvalidRequestException tooMuch = catchThrowableOfType(
                InvalidRequestException.class, () -> v1.refunds().create(of(intent, 1_001)));
        v1.refunds().create(of(intent, 1_000));
        InvalidRequestException again = catchThrowableOfType(
                InvalidRequestException.class,
                () -> v1.refunds()
                        .create(RefundCreateParams.builder()
                                .setPaymentIntent(intent.getId())
                                .build()));
        Charge charge = v1.charges().retrieve(intent.getLatestCharge());

        assertThat(List.of(first.getStatus(), second.getStatus())).containsOnly("succeeded");
        assertThat(tooMuch.getParam()).isEqualTo("amount");
        assertThat(again.getCode()).isEqualTo("charge_already_refunded");
        assertThat(charge.getAmountRefunded()).isEqualTo(5_000);
        assertThat(charge.getRefunded()).isTrue();
        List<Long> listed = new ArrayList<>();
        v1.refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setLimit(1L)
                        .build())
                .autoPagingIterable()
                .forEach(refund -> listed.add(refund.getAmount()));
        assertThat(listed).containsExactly(1_000L, 2_500L, 1_500L);
        office.checkAnswers();
    }

    @Test
    void a_refund_that_succeeded_may_fail_and_its_money_comes_back() throws StripeException {
        var v1 = office.client().v1();
        PaymentIntent intent = paid("pm_card_refundFail", 3_000);
        Refund refund = v1.refunds().create(of(intent, 3_000));
        office.pass(Duration.ofDays(31));
        Refund later = v1.refunds().retrieve(refund.getId());

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(later.getStatus()).isEqualTo("failed");
        assertThat(later.getFailureBalanceTransaction()).isNotNull();
        office.checkAnswers();
    }

    @Test
    void a_dispute_is_answered_and_won() throws StripeException {
        var v1 = office.client().v1();
        PaymentIntent intent = paid("pm_card_createDispute", 4_000);
        Dispute open = v1.disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .build())
                .getData()
                .get(0);
        v1.disputes()
                .update(
                        open.getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText("winning_evidence")
                                        .build())
                                .setSubmit(true)
                                .build());
        office.pass(Duration.ofDays(80));

        assertThat(open.getStatus()).isEqualTo("needs_response");
        assertThat(v1.disputes().retrieve(open.getId()).getStatus()).isEqualTo("won");
        office.checkAnswers();
    }

    @Test
    void money_is_paid_out_and_arrives() throws StripeException {
        var v1 = office.client().v1();
        paid("pm_card_bypassPending", 50_000);
        long before = v1.balance().retrieve().getAvailable().get(0).getAmount();
        Payout payout = v1.payouts()
                .create(PayoutCreateParams.builder()
                        .setAmount(10_000L)
                        .setCurrency("usd")
                        .build());
        long after = v1.balance().retrieve().getAvailable().get(0).getAmount();
        office.pass(Duration.ofDays(7));

        assertThat(before).isEqualTo(50_000 - 1_480);
        assertThat(after).isEqualTo(before - 10_000);
        assertThat(v1.payouts().retrieve(payout.getId()).getStatus()).isEqualTo("paid");
        office.checkAnswers();
    }
}
