package dev.quittance.emulator.hosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.page.FieldError;
import dev.quittance.emulator.payment.BankEntry;
import dev.quittance.emulator.payment.CardEntry;
import dev.quittance.emulator.payment.Cards;
import dev.quittance.emulator.payment.TestBank;
import dev.quittance.emulator.payment.TestCard;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The hosted page's form as a payer sent it, whichever way they pay.
 *
 * @param method the payment method that comes of it, not yet put; absent where something has to be corrected
 * @param wrong what has to be corrected, in the order of the fields
 */
record PayForm(Optional<ObjectNode> method, List<FieldError> wrong, boolean agreed, boolean save) {
    private static final int MAX_NAME = 300;

    /** Reads the form; what is wrong is said beside its field. */
    static PayForm read(Turn turn, Form form, String way, Optional<String> fixedEmail) {
        List<FieldError> errors = new ArrayList<>();
        String email = fixedEmail.orElseGet(() -> form.text("email").orElse("").trim());
        if (!Checks.isEmail(email)) {
            errors.add(new FieldError("email", "Enter an email address such as name@example.com."));
        }
        Optional<ObjectNode> method = switch (way) {
            case "apple_pay", "google_pay" -> wallet(turn, form, way, email);
            case "us_bank_account" -> linkedBank(turn, form, email, errors);
            case "us_bank_account_manual" -> typedBank(turn, form, email, errors);
            default -> card(turn, form, email, errors);
        };
        return new PayForm(
                errors.isEmpty() ? method : Optional.empty(),
                List.copyOf(errors),
                form.has("termsOfService"),
                form.has("savePaymentMethod"));
    }

    List<FieldError> errors(boolean mustAgree) {
        List<FieldError> errors = new ArrayList<>(wrong);
        if (mustAgree && !agreed) {
            errors.add(new FieldError("termsOfService", "Agree to the terms of service to go on."));
        }
        return errors;
    }

    private static Optional<ObjectNode> card(Turn turn, Form form, String email, List<FieldError> errors) {
        Optional<CardEntry> entry = CardForm.read(form, turn.now(), errors);
        String name = name(form, "Enter the name on the card.", errors);
        return entry.map(card -> Cards.paymentMethod(turn, card, Cards.billing(email, name)));
    }

    /** A wallet hands over a card that works, without security code, under its owner's name. */
    private static Optional<ObjectNode> wallet(Turn turn, Form form, String wallet, String email) {
        int nextYear = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC).getYear() + 1;
        String name = form.text("billingName").map(String::trim).orElse("Wallet Owner");
        return Optional.of(Cards.paymentMethod(
                turn, CardEntry.fromWallet(TestCard.VISA, wallet, nextYear), Cards.billing(email, name)));
    }

    private static Optional<ObjectNode> linkedBank(Turn turn, Form form, String email, List<FieldError> errors) {
        String name = name(form, "Enter the name of the account's holder.", errors);
        Optional<TestBank> bank = Arrays.stream(TestBank.values())
                .filter(b -> b.name().equals(form.text("bankAccount").orElse("")))
                .findFirst();
        if (bank.isEmpty()) {
            errors.add(new FieldError("bankAccount", "Choose a bank account."));
        }
        return bank.map(b -> Cards.paymentMethod(
                turn, new BankEntry(b, "individual", "checking", true), Cards.billing(email, name)));
    }

    private static Optional<ObjectNode> typedBank(Turn turn, Form form, String email, List<FieldError> errors) {
        String name = name(form, "Enter the name of the account's holder.", errors);
        if (!form.text("routingNumber").orElse("").trim().equals(TestBank.ROUTING_NUMBER)) {
            errors.add(new FieldError(
                    "routingNumber",
                    "This is a test payment page: use the routing number " + TestBank.ROUTING_NUMBER + "."));
        }
        Optional<TestBank> bank =
                TestBank.find(form.text("accountNumber").orElse("").trim());
        if (bank.isEmpty()) {
            errors.add(new FieldError(
                    "accountNumber", "This is a test payment page: use a test account, such as 000123456789."));
        }
        boolean savings = form.text("accountType").equals(Optional.of("savings"));
        boolean company = form.text("accountHolderType").equals(Optional.of("company"));
        return bank.map(b -> Cards.paymentMethod(
                turn,
                new BankEntry(b, company ? "company" : "individual", savings ? "savings" : "checking", false),
                Cards.billing(email, name)));
    }

    private static String name(Form form, String wanted, List<FieldError> errors) {
        String name = form.text("billingName").orElse("").trim();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            errors.add(new FieldError("billingName", wanted));
        }
        return name;
    }
}
