package dev.quittance.emulator.hosted;

import dev.quittance.emulator.page.FieldError;
import dev.quittance.emulator.payment.CardEntry;
import dev.quittance.emulator.payment.TestCard;
import dev.quittance.emulator.wire.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The card fields of the hosted page's form. The card number is looked up at once and is no part of the result. */
final class CardForm {
    private static final Pattern EXPIRY = Pattern.compile("\\s*([0-9]{1,2})\\s*/?\\s*([0-9]{2}|[0-9]{4})\\s*");

    private CardForm() {}

    /** Reads the fields; what is wrong is said beside its field. */
    static Optional<CardEntry> read(Form form, Instant now, List<FieldError> errors) {
        Optional<TestCard> card = card(form.text("cardNumber").orElse(""), errors);
        Optional<int[]> expiry = expiry(form.text("cardExpiry").orElse(""), now, errors);
        checkCvc(form.text("cardCvc").orElse("").trim(), card, errors);
        return card.flatMap(known -> expiry.map(date -> CardEntry.typed(known, date[0], date[1])));
    }

    private static Optional<TestCard> card(String typed, List<FieldError> errors) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12,19}")) {
            errors.add(new FieldError(
                    "cardNumber", digits.isEmpty() ? "Enter a card number." : "Your card number is incomplete."));
            return Optional.empty();
        }
        if (!TestCard.isWellFormed(digits)) {
            errors.add(new FieldError("cardNumber", "Your card number is invalid."));
            return Optional.empty();
        }
        Optional<TestCard> card = TestCard.find(digits);
        if (card.isEmpty()) {
            errors.add(new FieldError(
                    "cardNumber",
                    "This is a test payment page: use a test card, such as 4242 4242 4242 4242. Nothing was charged."));
        }
        return card;
    }

    /** Month and full year. */
    private static Optional<int[]> expiry(String typed, Instant now, List<FieldError> errors) {
        Matcher matcher = EXPIRY.matcher(typed);
        if (!matcher.matches()) {
            errors.add(new FieldError("cardExpiry", "Enter the expiry date as MM / YY."));
            return Optional.empty();
        }
        int month = Integer.parseInt(matcher.group(1));
        int year = Integer.parseInt(matcher.group(2));
        year = year < 100 ? 2000 + year : year;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (month < 1 || month > 12 || year > today.getYear() + 50) {
            errors.add(new FieldError("cardExpiry", "Your card's expiration date is invalid."));
            return Optional.empty();
        }
        if (LocalDate.of(year, month, 1).plusMonths(1).isBefore(today.plusDays(1))) {
            errors.add(new FieldError("cardExpiry", "Your card's expiration date is in the past."));
            return Optional.empty();
        }
        return Optional.of(new int[] {month, year});
    }

    private static void checkCvc(String cvc, Optional<TestCard> card, List<FieldError> errors) {
        int digits = card.map(TestCard::cvcDigits).orElse(cvc.length() == 4 ? 4 : 3);
        if (!cvc.matches("[0-9]{" + digits + "}")) {
            errors.add(new FieldError("cardCvc", "Enter the security code: " + digits + " digits on the card."));
        }
    }
}
