package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;

/** Payment methods made of cards and of bank accounts. */
public final class Cards {
    /** Where a payment method and a charge keep which {@link TestCard} or {@link TestBank} they are of. */
    public static final String TEST = "_test";

    /** Where a bank account keeps that it is its owner's. */
    static final String VERIFIED = "_verified";

    private Cards() {}

    /** Not yet put. */
    public static ObjectNode paymentMethod(Turn turn, CardEntry entry, ObjectNode billing) {
        ObjectNode method = Blank.of(turn, Kind.PAYMENT_METHOD);
        method.set("billing_details", billing);
        method.put(TEST, entry.card().name());
        ObjectNode card = (ObjectNode) method.path("card");
        String brand = entry.card().brand();
        card.put("brand", brand);
        card.put("display_brand", brand);
        ((ObjectNode) card.path("networks")).putArray("available").add(brand);
        card.put("country", entry.card().country());
        card.put("exp_month", entry.expMonth());
        card.put("exp_year", entry.expYear());
        card.put("funding", entry.card().funding());
        card.put("last4", entry.card().last4());
        card.put("fingerprint", fingerprint(turn, entry.card().name()));
        fillChecks((ObjectNode) card.path("checks"), entry, billing);
        entry.wallet().ifPresent(type -> {
            ObjectNode wallet = card.putObject("wallet");
            wallet.put(
                    "dynamic_last4", type.equals("link") ? null : entry.card().last4());
            wallet.put("type", type);
            wallet.putObject(type);
        });
        return method;
    }

    /** Not yet put. */
    public static ObjectNode paymentMethod(Turn turn, BankEntry entry, ObjectNode billing) {
        ObjectNode method = Blank.of(turn, Kind.PAYMENT_METHOD);
        method.remove("card");
        method.set("billing_details", billing);
        method.put("type", "us_bank_account");
        method.put(TEST, entry.bank().name());
        method.put(VERIFIED, entry.verified());
        ObjectNode account = method.putObject("us_bank_account");
        account.put("account_holder_type", entry.holderType());
        account.put("account_type", entry.accountType());
        account.put("bank_name", TestBank.NAME);
        account.putNull("financial_connections_account");
        account.put("fingerprint", fingerprint(turn, entry.bank().name()));
        account.put("last4", entry.bank().last4());
        account.putObject("networks")
                .put("preferred", "ach")
                .putArray("supported")
                .add("ach");
        account.put("routing_number", TestBank.ROUTING_NUMBER);
        account.putNull("status_details");
        return method;
    }

    /** Of the account and the method's name: the number has no part in it. */
    private static String fingerprint(Turn turn, String name) {
        return Signature.digest(turn.account(), name).substring(0, 16);
    }

    private static void fillChecks(ObjectNode checks, CardEntry entry, ObjectNode billing) {
        ObjectNode address = (ObjectNode) billing.path("address");
        boolean cvcFails = entry.card().has(TestCard.Trait.FAILS_CVC_CHECK);
        boolean addressFails = entry.card().has(TestCard.Trait.FAILS_POSTAL_CHECK);
        checks.put("cvc_check", entry.securityCode() ? (cvcFails ? "fail" : "pass") : null);
        checks.put(
                "address_line1_check",
                Json.text(address, "line1").map(a -> "pass").orElse(null));
        checks.put(
                "address_postal_code_check",
                Json.text(address, "postal_code")
                        .map(a -> addressFails ? "fail" : "pass")
                        .orElse(null));
    }

    /** What a payment method has of its payer when only this is known. */
    public static ObjectNode billing(String email, String name) {
        ObjectNode billing = (ObjectNode) Blank.of("payment_method").path("billing_details");
        billing.put("email", email);
        billing.put("name", name);
        return billing;
    }

    /** The card's fields that a charge has too. */
    static void copyTo(ObjectNode card, ObjectNode method) {
        ObjectNode source = (ObjectNode) method.path("card");
        for (String name : new String[] {
            "brand", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4", "checks", "wallet"
        }) {
            card.set(name, source.path(name).deepCopy());
        }
        card.set("network", source.path("brand"));
    }

    public static boolean isBank(ObjectNode method) {
        return method.path("type").asText().equals("us_bank_account");
    }

    /** Whether a bank account is proved to be its owner's. */
    public static boolean isVerified(ObjectNode method) {
        return method.path(VERIFIED).asBoolean();
    }

    /** Which card a payment method is of; only for cards. */
    public static TestCard card(ObjectNode method) {
        return TestCard.valueOf(method.path(TEST).asText());
    }

    static TestBank bank(ObjectNode method) {
        return TestBank.valueOf(method.path(TEST).asText());
    }
}
