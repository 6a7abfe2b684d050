package dev.quittance.emulator.hosted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.checkout.Checkout;
import dev.quittance.emulator.checkout.LineItems;
import dev.quittance.emulator.page.PayPage;
import dev.quittance.emulator.payment.TestBank;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session's page shows. */
record SessionView(Turn turn, ObjectNode session) {
    /** The ways to pay of each type of payment method, by the names that the page's form has for them. */
    private List<String> methodsOf(String type) {
        if (type.equals("card")) {
            return List.of("card", "apple_pay", "google_pay");
        }
        boolean atOnce = session.at("/payment_method_options/us_bank_account/verification_method")
                .asText()
                .equals("instant");
        return atOnce ? List.of("us_bank_account") : List.of("us_bank_account", "us_bank_account_manual");
    }

    String merchant() {
        return Accounts.keys(turn.get(Kind.ACCOUNT, turn.account())).name();
    }

    /** Empty where nothing is paid. */
    String total() {
        return Checkout.isSetup(session)
                ? ""
                : Currencies.format(
                        session.path("amount_total").asLong(),
                        session.path("currency").asText());
    }

    /** A way to pay that the session offers: the one wanted, or the first. */
    String method(String wanted) {
        List<String> methods = methods();
        return methods.contains(wanted) ? wanted : methods.get(0);
    }

    private List<String> methods() {
        List<String> methods = new ArrayList<>();
        session.path("payment_method_types").forEach(type -> methods.addAll(methodsOf(type.asText())));
        return methods;
    }

    boolean mustAgree() {
        return session.at("/consent_collection/terms_of_service").asText().equals("required");
    }

    boolean canSave() {
        return session.at("/saved_payment_method_options/payment_method_save")
                .asText()
                .equals("enabled");
    }

    PayPage page(String method) {
        Optional<String> fixed = fixedEmail();
        boolean setup = Checkout.isSetup(session);
        PayPage.Offer offer = new PayPage.Offer(
                merchant(),
                setup ? "Save a payment method for " + merchant() : verb() + " " + merchant(),
                lines(),
                total(),
                setup ? "Save" : verb() + " " + total(),
                PageDoor.PAY + session.path("id").asText(),
                Json.text(session, "cancel_url"),
                new PayPage.Texts(text("submit"), text("after_submit"), text("terms_of_service_acceptance")),
                mustAgree(),
                canSave());
        return new PayPage(
                offer,
                new PayPage.Choice(method, methods(), accounts()),
                new PayPage.Typed(fixed.orElse(""), fixed.isPresent(), ""),
                PayPage.Trouble.NONE);
    }

    private Optional<String> text(String place) {
        return Json.text(session.path("custom_text").path(place), "message");
    }

    private List<PayPage.Line> lines() {
        List<PayPage.Line> lines = new ArrayList<>();
        String currency = session.path("currency").asText();
        for (JsonNode item : LineItems.all(session)) {
            lines.add(new PayPage.Line(
                    item.path("description").asText(),
                    Json.text(item, "_description"),
                    item.path("quantity").asLong(),
                    Currencies.format(item.path("amount_total").asLong(), currency)));
        }
        return lines;
    }

    private static List<PayPage.Account> accounts() {
        List<PayPage.Account> accounts = new ArrayList<>();
        for (TestBank bank : TestBank.values()) {
            String words = bank.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            accounts.add(new PayPage.Account(bank.name(), "Test account ••••" + bank.last4() + " (" + words + ")"));
        }
        return accounts;
    }

    private String verb() {
        return switch (session.path("submit_type").asText()) {
            case "book" -> "Book";
            case "donate" -> "Donate";
            default -> "Pay";
        };
    }

    /** A business that named the payer's address does not want it changed. */
    Optional<String> fixedEmail() {
        return Json.text(session, "customer_email")
                .or(() -> Json.text(session, "customer")
                        .flatMap(id -> turn.find(Kind.CUSTOMER, id))
                        .flatMap(customer -> Json.text(customer, "email")))
                .filter(Checks::isEmail);
    }

    /** What the payer had entered before the bank was asked. */
    PayPage.Typed lastTyped() {
        Optional<String> fixed = fixedEmail();
        JsonNode billing = Json.text(session, Checkout.isSetup(session) ? "setup_intent" : "payment_intent")
                .flatMap(id -> turn.find(PageDoor.intentKind(id), id))
                .flatMap(intent -> Json.text(intent, "payment_method"))
                .map(id -> turn.get(Kind.PAYMENT_METHOD, id).path("billing_details"))
                .orElse(Json.object());
        return new PayPage.Typed(
                fixed.orElse(billing.path("email").asText("")),
                fixed.isPresent(),
                billing.path("name").asText(""));
    }
}
