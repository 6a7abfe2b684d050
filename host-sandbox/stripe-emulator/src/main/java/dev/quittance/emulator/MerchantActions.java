package dev.quittance.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.developer.MerchantAction;
import dev.quittance.emulator.dispute.DisputeLife;
import dev.quittance.emulator.dispute.DisputeOpening;
import dev.quittance.emulator.payment.BankDebits;
import dev.quittance.emulator.payout.PayoutLife;
import dev.quittance.emulator.payout.PayoutRuns;
import dev.quittance.emulator.refund.RefundLife;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What payers, banks and Stripe's dashboard do without an API: each is a button for developers. */
final class MerchantActions {
    private MerchantActions() {}

    static List<MerchantAction> all() {
        return Stream.of(payers(), issuers(), payouts()).flatMap(List::stream).toList();
    }

    private static List<MerchantAction> payers() {
        return List.of(
                disputed("dispute", "Dispute as fraudulent", DisputeOpening.Cause.FRAUDULENT),
                disputed("not-received", "Dispute as not received", DisputeOpening.Cause.NOT_RECEIVED),
                disputed("inquire", "Open an inquiry", DisputeOpening.Cause.INQUIRY),
                on(
                        Kind.PAYMENT_INTENT,
                        "settle",
                        "Let the bank answer now",
                        MerchantActions::awaitsBank,
                        BankDebits::answer));
    }

    private static List<MerchantAction> issuers() {
        Predicate<ObjectNode> inquiry = each -> status(each).startsWith("warning_") && !isOver(each);
        Predicate<ObjectNode> dispute = each -> !status(each).startsWith("warning_") && !isOver(each);
        return List.of(
                on(
                        Kind.DISPUTE,
                        "win",
                        "Decide for the business",
                        dispute,
                        (turn, each) -> DisputeLife.end(turn, each, "won")),
                on(
                        Kind.DISPUTE,
                        "lose",
                        "Decide for the payer",
                        dispute,
                        (turn, each) -> DisputeLife.end(turn, each, "lost")),
                on(
                        Kind.DISPUTE,
                        "close",
                        "Close the inquiry",
                        inquiry,
                        (turn, each) -> DisputeLife.end(turn, each, "warning_closed")),
                on(Kind.DISPUTE, "escalate", "Make it a dispute", inquiry, DisputeLife::escalate));
    }

    private static List<MerchantAction> payouts() {
        return List.of(
                on(
                        Kind.REFUND,
                        "fail",
                        "Let the refund fail",
                        MerchantActions::isUnderWayOrDone,
                        (turn, refund) -> RefundLife.fail(turn, refund, "lost_or_stolen_card")),
                on(Kind.REFUND, "cancel", "Cancel the refund", MerchantActions::isPending, RefundLife::cancel),
                on(Kind.ACCOUNT, "pay-out", "Pay out all that is available", account -> true, MerchantActions::payOut),
                on(
                        Kind.PAYOUT,
                        "fail",
                        "Let the payout fail",
                        MerchantActions::hasLeft,
                        (turn, payout) -> PayoutLife.fail(turn, payout, "account_closed")));
    }

    private static MerchantAction on(
            Kind kind, String name, String button, Predicate<ObjectNode> fits, MerchantAction.Work work) {
        return new MerchantAction(name, kind, button, fits, work);
    }

    private static MerchantAction disputed(String name, String button, DisputeOpening.Cause cause) {
        return on(
                Kind.CHARGE,
                name,
                button,
                MerchantActions::isCardsMoney,
                (turn, charge) -> DisputeOpening.open(turn, charge, left(charge), cause));
    }

    private static String status(ObjectNode object) {
        return object.path("status").asText();
    }

    private static long left(ObjectNode charge) {
        return charge.path("amount_captured").asLong()
                - charge.path("amount_refunded").asLong();
    }

    private static boolean isCardsMoney(ObjectNode charge) {
        return status(charge).equals("succeeded")
                && charge.path("payment_method_details").has("card")
                && !charge.path("disputed").asBoolean()
                && left(charge) > 0;
    }

    private static boolean isUnderWayOrDone(ObjectNode refund) {
        return Set.of("pending", "succeeded").contains(status(refund));
    }

    private static boolean isPending(ObjectNode refund) {
        return status(refund).equals("pending");
    }

    private static boolean isOver(ObjectNode dispute) {
        return Set.of("won", "lost", "warning_closed", "prevented").contains(status(dispute));
    }

    private static boolean hasLeft(ObjectNode payout) {
        return Set.of("in_transit", "paid").contains(status(payout));
    }

    private static boolean awaitsBank(ObjectNode intent) {
        return status(intent).equals("processing");
    }

    private static void payOut(Turn turn, ObjectNode account) {
        if (PayoutRuns.payNow(turn).isEmpty()) {
            throw ApiError.refused("balance_insufficient", "Nothing of this account's balance can be paid out now.");
        }
    }
}
