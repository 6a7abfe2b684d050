package dev.quittance.emulator.payout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.balance.PayoutPlan;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import dev.quittance.emulator.wire.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The account's own bank accounts, to which it is paid out; the newest one is used. Of a number only its end is kept. */
public final class BankAccounts {
    /** Stripe's test bank accounts to which a payout seems to arrive and then comes back. */
    private static final Map<String, String> COME_BACK = Map.of(
            "000111111113", "account_closed",
            "000111111116", "no_account",
            "000222222227", "insufficient_funds",
            "000333333335", "debit_not_authorized",
            "000444444440", "invalid_currency");

    private static final String ARRIVES = "000123456789";
    private static final String ROUTING = "110000000";

    /** Why payouts to this account come back. */
    private static final String FAILURE = "_failure";

    private static final int FINGERPRINT_LENGTH = 16;

    private BankAccounts() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(List.of(
                Route.post(
                        "accounts/{id}/external_accounts",
                        ParamRules.actsOn("external_account.object external_account.country external_account.currency"
                                + " external_account.account_number external_account.routing_number"
                                + " external_account.account_holder_name external_account.account_holder_type"),
                        Expansions.Shape.one(Kind.BANK_ACCOUNT),
                        BankAccounts::create),
                Route.get(
                        "accounts/{id}/external_accounts",
                        ParamRules.actsOn(Listing.PARAMS),
                        Expansions.Shape.listOf(Kind.BANK_ACCOUNT),
                        BankAccounts::list)));
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form().at("external_account");
        form.oneOf("object", List.of("bank_account"));
        String number = form.requireText("account_number");
        if (!number.matches("[0-9]{4,17}")) {
            throw ApiError.invalid(form.nameOf("account_number"), "Account numbers are 4 to 17 digits.");
        }
        String currency = Checks.currency(form, "currency");
        String country = form.requireText("country").toUpperCase(Locale.ROOT);
        return turn -> {
            requireOwn(turn, request.id());
            ObjectNode account = make(turn, number, form.text("routing_number").orElse(ROUTING), currency);
            account.put("country", country);
            form.text("account_holder_name").ifPresent(name -> account.put("account_holder_name", name));
            form.text("account_holder_type").ifPresent(type -> account.put("account_holder_type", type));
            turn.put(Kind.BANK_ACCOUNT, account);
            Events.emit(turn, "account.external_account.created", account);
            PayoutPlan.arm(turn, turn.now());
            return account;
        };
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        return turn -> {
            requireOwn(turn, request.id());
            return listing.page(turn, Kind.BANK_ACCOUNT, doc -> true);
        };
    }

    private static void requireOwn(Turn turn, String account) {
        if (!account.equals(turn.account())) {
            throw ApiError.resourceMissing("account", account, "account");
        }
    }

    private static ObjectNode make(Turn turn, String number, String routing, String currency) {
        ObjectNode account = Blank.of(turn, Kind.BANK_ACCOUNT);
        account.put("account", turn.account());
        account.put("country", "US");
        account.put("currency", currency);
        account.put("fingerprint", Signature.digest(turn.account(), number).substring(0, FINGERPRINT_LENGTH));
        account.put("last4", number.substring(number.length() - 4));
        account.put("routing_number", routing);
        String failure = COME_BACK.get(number);
        if (failure != null) {
            account.put(FAILURE, failure);
        }
        return account;
    }

    /**
     * Keeps a bank account that was made elsewhere as the one that the turn's account is paid out to.
     *
     * @param number decides, as of a test account, whether payouts arrive; it is not kept
     */
    public static void keep(Turn turn, ObjectNode bank, String number) {
        ObjectNode kept = bank.deepCopy();
        String failure = COME_BACK.get(number);
        if (failure != null) {
            kept.put(FAILURE, failure);
        }
        turn.put(Kind.BANK_ACCOUNT, kept);
    }

    /** The one to pay out to; an account that named none gets Stripe's test account to which money arrives. */
    static ObjectNode current(Turn turn, String currency) {
        return turn.listNewestFirst(Kind.BANK_ACCOUNT)
                .findFirst()
                .map(Doc::read)
                .orElseGet(() -> {
                    ObjectNode account = make(turn, ARRIVES, ROUTING, currency);
                    account.set(
                            "country", turn.get(Kind.ACCOUNT, turn.account()).path("country"));
                    turn.put(Kind.BANK_ACCOUNT, account);
                    return account;
                });
    }

    /** Whether payouts to it are off until there is another. */
    static boolean isErrored(ObjectNode account) {
        return account.path("status").asText().equals("errored");
    }

    /** Why payouts come back, or an empty text if they arrive. */
    static String failure(Turn turn, String account) {
        return turn.get(Kind.BANK_ACCOUNT, account).path(FAILURE).asText("");
    }

    /** A payout came back: no more go there by themselves. */
    static void err(Turn turn, String id) {
        ObjectNode account = turn.get(Kind.BANK_ACCOUNT, id);
        ObjectNode before = account.deepCopy();
        account.put("status", "errored");
        turn.put(Kind.BANK_ACCOUNT, account);
        Events.updated(turn, "account.external_account.updated", before, account);
    }
}
