package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;

/** Where an account's payouts go. Of the number, only its end is kept. */
final class BankAccounts {
    private static final int SHOWN = 4;

    private BankAccounts() {}

    /** An empty list, as a new account has it. */
    static ObjectNode none(String account) {
        ObjectNode list = Json.object();
        list.put("object", "list");
        list.putArray("data");
        list.put("has_more", false);
        list.put("url", "/v1/accounts/" + account + "/external_accounts");
        return list;
    }

    /** Makes this the one bank account. */
    static void set(Turn turn, ObjectNode account, Form form) {
        String number = form.requireText("account_number");
        ObjectNode bank = Json.object();
        bank.put("id", turn.ids().of("ba_"));
        bank.put("object", "bank_account");
        bank.set("account", account.path("id"));
        bank.put("account_holder_name", form.text("account_holder_name").orElse(null));
        bank.put("account_holder_type", form.text("account_holder_type").orElse(null));
        bank.putNull("account_type");
        bank.putArray("available_payout_methods").add("standard");
        bank.put("bank_name", "STRIPE TEST BANK");
        bank.put("country", form.requireText("country"));
        bank.put("currency", form.requireText("currency"));
        bank.put("default_for_currency", true);
        bank.put("fingerprint", Signature.digest(turn.account(), number).substring(0, 16));
        bank.put("last4", number.substring(Math.max(0, number.length() - SHOWN)));
        bank.putObject("metadata");
        bank.put("routing_number", form.text("routing_number").orElse(null));
        bank.put("status", "new");
        ((ObjectNode) account.path("external_accounts")).putArray("data").add(bank);
        dev.quittance.emulator.payout.BankAccounts.keep(
                turn.on(account.path("id").asText()), bank, number);
    }
}
