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
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.ChargeUpdateParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundUpdateParams;
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

    @Test
    void a_refund_that_waits_for_the_bank_succeeds_later_and_one_of_a_debit_takes_days() throws StripeException {
        var v1 = office.client().v1();
        Refund card = v1.refunds().create(of(paid("pm_card_pendingRefund", 3_000), 3_000));
        PaymentIntent debit = debited("pm_usBankAccount_success", 8_000);
        Refund bank = v1.refunds().create(of(debit, 8_000));
        office.pass(Duration.ofDays(8));

        assertThat(List.of(card.getStatus(), bank.getStatus())).containsOnly("pending");
        assertThat(bank.getId()).startsWith("pyr_");
        assertThat(v1.refunds().retrieve(card.getId()).getStatus()).isEqualTo("succeeded");
        assertThat(v1.refunds().retrieve(bank.getId()).getStatus()).isEqualTo("succeeded");
        office.checkAnswers();
    }

    @Test
    void a_refund_that_succeeded_cannot_be_called_off_and_takes_notes() throws StripeException {
        var v1 = office.client().v1();
        Refund refund = v1.refunds().create(of(paid("pm_card_visa", 3_000), 1_000));
        InvalidRequestException late = catchThrowableOfType(
                InvalidRequestException.class, () -> v1.refunds().cancel(refund.getId()));
        Refund noted = v1.refunds()
                .update(
                        refund.getId(),
                        RefundUpdateParams.builder().putMetadata("why", "gift").build());

        assertThat(late.getStatusCode()).isEqualTo(400);
        assertThat(noted.getMetadata()).containsEntry("why", "gift");
        office.checkAnswers();
    }

    private PaymentIntent debited(String method, long cents) throws StripeException {
        var intents = office.client().v1().paymentIntents();
        PaymentIntent intent = intents.create(PaymentIntentCreateParams.builder()
                .setAmount(cents)
                .setCurrency("usd")
                .setPaymentMethod(method)
                .addPaymentMethodType("us_bank_account")
                .setConfirm(true)
                .setMandateData(PaymentIntentCreateParams.MandateData.builder()
                        .setCustomerAcceptance(PaymentIntentCreateParams.MandateData.CustomerAcceptance.builder()
                                .setType(PaymentIntentCreateParams.MandateData.CustomerAcceptance.Type.OFFLINE)
                                .setOffline(PaymentIntentCreateParams.MandateData.CustomerAcceptance.Offline.builder()
                                        .build())
                                .build())
                        .build())
                .build());
        office.pass(Duration.ofDays(7));
        return intents.retrieve(intent.getId());
    }

    private Dispute disputeOf(PaymentIntent intent) throws StripeException {
        return office.client()
                .v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .build())
                .getData()
                .get(0);
    }

    @Test
    void a_dispute_is_lost_given_up_or_was_only_a_question() throws StripeException {
        var v1 = office.client().v1();
        Dispute unanswered = disputeOf(paid("pm_card_createDispute", 4_000));
        Dispute givenUp = v1.disputes()
                .close(disputeOf(paid("pm_card_createDispute", 4_100)).getId());
        Dispute question = disputeOf(paid("pm_card_createDisputeInquiry", 4_200));
        office.pass(Duration.ofDays(121));

        assertThat(givenUp.getStatus()).isEqualTo("lost");
        assertThat(question.getStatus()).isEqualTo("warning_needs_response");
        assertThat(v1.disputes().retrieve(unanswered.getId()).getStatus()).isEqualTo("lost");
        assertThat(v1.disputes().retrieve(question.getId()).getStatus()).isEqualTo("warning_closed");
        office.checkAnswers();
    }

    @Test
    void a_returned_debit_is_final_and_ends_its_mandate() throws StripeException {
        PaymentIntent debit = debited("pm_usBankAccount_dispute", 7_000);
        Dispute dispute = disputeOf(debit);
        Charge charge = office.client().v1().charges().retrieve(debit.getLatestCharge());
        String mandate = charge.getPaymentMethodDetails().getUsBankAccount().getMandate();

        assertThat(dispute.getStatus()).isEqualTo("lost");
        assertThat(office.client().v1().mandates().retrieve(mandate).getStatus())
                .isEqualTo("inactive");
        office.checkAnswers();
    }

    @Test
    void a_payout_is_called_off_before_it_leaves_and_one_says_of_what_it_consists() throws StripeException {
        var v1 = office.client().v1();
        paid("pm_card_bypassPending", 50_000);
        Payout off = v1.payouts()
                .cancel(v1.payouts()
                        .create(PayoutCreateParams.builder()
                                .setAmount(1_000L)
                                .setCurrency("usd")
                                .build())
                        .getId());
        office.pass(Duration.ofDays(14));
        Payout automatic = v1.payouts().list().getData().stream()
                .filter(Payout::getAutomatic)
                .findFirst()
                .orElseThrow();
        List<String> types = new ArrayList<>();
        v1.balanceTransactions()
                .list(BalanceTransactionListParams.builder()
                        .setPayout(automatic.getId())
                        .setLimit(1L)
                        .build())
                .autoPagingIterable()
                .forEach(transaction -> types.add(transaction.getType()));

        assertThat(off.getStatus()).isEqualTo("canceled");
        assertThat(automatic.getStatus()).isEqualTo("paid");
        assertThat(types).contains("payout", "charge");
        assertThat(v1.balanceSettings().retrieve().getPayments()).isNotNull();
        office.checkAnswers();
    }

    @Test
    void a_charge_takes_notes() throws StripeException {
        var charges = office.client().v1().charges();
        PaymentIntent intent = paid("pm_card_visa", 1_200);
        Charge noted = charges.update(
                intent.getLatestCharge(),
                ChargeUpdateParams.builder()
                        .setDescription("Gutters")
                        .putMetadata("project", "17")
                        .build());

        assertThat(noted.getDescription()).isEqualTo("Gutters");
        assertThat(noted.getMetadata()).containsEntry("project", "17");
        office.checkAnswers();
    }
}
