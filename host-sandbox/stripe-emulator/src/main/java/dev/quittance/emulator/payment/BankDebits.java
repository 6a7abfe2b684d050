package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Settlement;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;

/** Debits of bank accounts in the United States: slow, and final only days later. */
public final class BankDebits {
    /** Where an account keeps a wait of its own, in seconds, instead of the banks'. */
    private static final String WAIT_SECONDS = "_bank_debit_seconds";

    /** Banks take so many business days. */
    private static final int DAYS = 4;

    private static final String MANDATE = "_mandate";

    private BankDebits() {}

    /** Whether an account can take them in a currency at all. */
    public static boolean areOffered(Turn turn, String currency) {
        return currency.equals("usd")
                && turn.get(Kind.ACCOUNT, turn.account())
                        .path("country")
                        .asText()
                        .equals("US");
    }

    static Confirmation.Step confirm(Turn turn, ObjectNode intent, ObjectNode method, Confirmation.Terms terms) {
        intent.put(MANDATE, mandate(turn, intent, method, terms));
        TestBank bank = Cards.bank(method);
        if (bank.fate() == TestBank.Fate.BLOCKED || bank.fate() == TestBank.Fate.LIMITED) {
            return refuse(turn, intent, method);
        }
        terms.onAccepted().accept(intent);
        PaymentMethods.keepForLater(turn, intent, method);
        if (method.path(Cards.VERIFIED).asBoolean()) {
            return start(turn, intent, method);
        }
        Microdeposits.ask(turn, intent, method);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.requires_action", intent);
        return Confirmation.Step.VERIFY;
    }

    private static String mandate(Turn turn, ObjectNode intent, ObjectNode method, Confirmation.Terms terms) {
        var reusable = Mandates.reusable(turn, method);
        if (reusable.isPresent()) {
            return reusable.get();
        }
        ObjectNode acceptance = terms.acceptance()
                .orElseThrow(() -> ApiError.invalid(
                        "mandate_data",
                        "You must provide `mandate_data` when confirming with a payment method of type"
                                + " `us_bank_account`, as there is no mandate for it yet."));
        if (intent.path("setup_future_usage").isNull()) {
            return Mandates.singleUse(turn, method, acceptance, intent);
        }
        String mandate = Mandates.multiUse(turn, method, acceptance);
        method.put(MANDATE, mandate);
        turn.put(Kind.PAYMENT_METHOD, method);
        return mandate;
    }

    private static Confirmation.Step refuse(Turn turn, ObjectNode intent, ObjectNode method) {
        TestBank bank = Cards.bank(method);
        boolean blocked = bank.fate() == TestBank.Fate.BLOCKED;
        String code = blocked ? "payment_method_bank_account_blocked" : bank.reason();
        String message = message(code);
        ObjectNode charge =
                Charges.ofBank(turn, intent, method, intent.path(MANDATE).asText());
        Charges.fail(charge, code, message);
        ((ObjectNode) charge.path("outcome"))
                .put("network_status", "not_sent_to_network")
                .put("reason", blocked ? "highest_risk_level" : code)
                .put("risk_level", blocked ? "highest" : "not_assessed")
                .put("seller_message", message)
                .put("type", blocked ? "blocked" : "invalid");
        turn.put(Kind.CHARGE, charge);
        intent.set("latest_charge", charge.path("id"));
        Events.emit(turn, "charge.failed", charge);
        ObjectNode error = PaymentFaults.bank(code, message, method);
        error.set("charge", charge.path("id"));
        return Confirmation.returnToPayer(turn, intent, error);
    }

    private static Confirmation.Step start(Turn turn, ObjectNode intent, ObjectNode method) {
        ObjectNode charge =
                Charges.ofBank(turn, intent, method, intent.path(MANDATE).asText());
        intent.set("latest_charge", charge.path("id"));
        intent.put("status", "processing");
        intent.putNull("next_action");
        if (Cards.bank(method).fate() == TestBank.Fate.NEVER_ENDS) {
            intent.remove(Doc.DUE_MILLIS);
        } else {
            intent.put(Doc.DUE_MILLIS, outcomeAt(turn).toEpochMilli());
        }
        Settlement.debitStarted(turn, charge);
        turn.put(Kind.CHARGE, charge);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.processing", intent);
        Events.emit(turn, "charge.pending", charge);
        return Confirmation.Step.PROCESSING;
    }

    private static Instant outcomeAt(Turn turn) {
        var own = turn.get(Kind.ACCOUNT, turn.account()).path(WAIT_SECONDS);
        return own.isNumber() ? turn.now().plusSeconds(own.asLong()) : BusinessDays.after(turn.now(), DAYS);
    }

    /** The banks have answered. */
    static void settle(Turn turn, ObjectNode intent) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        ObjectNode charge = turn.get(Kind.CHARGE, intent.path("latest_charge").asText());
        intent.remove(Doc.DUE_MILLIS);
        TestBank bank = Cards.bank(method);
        if (bank.fate() == TestBank.Fate.FAILS) {
            fail(turn, intent, charge, method);
            return;
        }
        long amount = intent.path("amount").asLong();
        charge.put("status", "succeeded");
        charge.put("paid", true);
        Charges.capture(charge, amount);
        intent.put("status", "succeeded");
        intent.put("amount_received", amount);
        turn.put(Kind.CHARGE, charge);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "charge.succeeded", charge);
        Events.emit(turn, "payment_intent.succeeded", intent);
        OwnerSession.paid(turn, intent);
        Settlement.await(turn, charge);
        name(turn, charge);
    }

    /** The bank's own name for the debit comes last. */
    private static void name(Turn turn, ObjectNode charge) {
        ((ObjectNode) charge.path("payment_method_details").path("us_bank_account"))
                .put("payment_reference", turn.ids().of("").substring(0, 15));
        turn.put(Kind.CHARGE, charge);
        ObjectNode before = Json.object();
        before.putObject("payment_method_details").putObject("us_bank_account").putNull("payment_reference");
        Events.emit(turn, "charge.updated", charge, before);
    }

    private static void fail(Turn turn, ObjectNode intent, ObjectNode charge, ObjectNode method) {
        String code = Cards.bank(method).reason();
        String message = message(code);
        Charges.fail(charge, code, message);
        ((ObjectNode) charge.path("outcome"))
                .put("network_status", "declined_by_network")
                .put("reason", code)
                .put("seller_message", message)
                .put("type", "issuer_declined");
        Settlement.debitFailed(turn, charge);
        turn.put(Kind.CHARGE, charge);
        Events.emit(turn, "charge.failed", charge);
        ObjectNode error = PaymentFaults.bank(code, message, method);
        error.set("charge", charge.path("id"));
        Confirmation.returnToPayer(turn, intent, error);
        OwnerSession.failed(turn, intent);
    }

    private static String message(String code) {
        return switch (code) {
            case "account_closed" -> "The customer's bank account has been closed.";
            case "no_account" -> "The customer's bank account could not be located.";
            case "insufficient_funds" -> "The customer's account has insufficient funds to cover this payment.";
            case "debit_not_authorized" -> "The customer has notified their bank that this payment was unauthorized.";
            case "payment_method_currency_mismatch" -> "The bank account takes no debits in this currency.";
            case "charge_exceeds_source_limit" -> "This payment exceeds what may be taken from the account in a week.";
            case "payment_method_bank_account_blocked" -> "Stripe blocked this bank account as too risky.";
            default -> "The bank account cannot be used for debits.";
        };
    }

    /** The payer entered what they think the deposits were; to be called only while they are awaited. */
    static Microdeposits.Verdict verify(Turn turn, ObjectNode intent, Microdeposits.Proof proof) {
        Microdeposits.Verdict verdict = Microdeposits.judge(intent, proof);
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        switch (verdict) {
            case VERIFIED -> {
                Microdeposits.confirmOwner(turn, method);
                start(turn, intent, method);
            }
            case MISMATCH -> turn.put(Kind.PAYMENT_INTENT, intent);
            default -> giveUp(turn, intent, verdict, proof.descriptor());
        }
        return verdict;
    }

    /** Nobody verified the deposits in time, or they never arrived. */
    static void giveUp(Turn turn, ObjectNode intent, Microdeposits.Verdict verdict, boolean descriptor) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        Json.text(intent, MANDATE).ifPresent(id -> Mandates.end(turn, id));
        Confirmation.returnToPayer(turn, intent, Microdeposits.giveUp(turn, method, verdict, descriptor));
        OwnerSession.failed(turn, intent);
    }

    /** The bank answers a debit that is under way, now instead of when it would have. */
    public static void answer(Turn turn, ObjectNode intent) {
        settle(turn, intent);
    }

    /** Lets the debits of the turn's account that begin from now on end after a wait of its own. Safe to repeat. */
    public static void endAfter(Turn turn, Duration wait) {
        ObjectNode account = turn.get(Kind.ACCOUNT, turn.account());
        account.put(WAIT_SECONDS, wait.toSeconds());
        turn.put(Kind.ACCOUNT, account);
    }
}
