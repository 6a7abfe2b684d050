package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.web.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form, and what is wrong with it. Only what a page asks for by name is read. Used by one request.
 */
final class Typed {
    static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>(),;:\"\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>(),;:\"\\[\\]\\\\\\p{Cntrl}]+\\.[^\\s@.,<>]+");
    private static final Pattern PHONE = Pattern.compile("[0-9+()/. x-]{3,40}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Exchange exchange;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    Typed(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Sets what a form shows before anybody typed. */
    Typed set(String name, String value) {
        values.put(name, value);
        return this;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    String error(String name) {
        return errors.getOrDefault(name, "");
    }

    void wrong(String name, String words) {
        errors.putIfAbsent(name, words);
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    /** Words in one line that must be there. */
    String needed(String name, int maxLength, String missing) {
        String text = optional(name, maxLength);
        if (text.isEmpty()) {
            wrong(name, missing);
        }
        return text;
    }

    /** Words in one line; empty if there are none. */
    String optional(String name, int maxLength) {
        String raw = exchange.value(name);
        values.put(name, raw);
        String text = CONTROL.matcher(raw).replaceAll(" ").strip();
        if (text.length() > maxLength) {
            wrong(name, "Use at most " + maxLength + " characters; these are " + text.length() + ".");
        }
        return text;
    }

    /** A password as it was typed; never shown again. */
    String secret(String name) {
        return exchange.value(name);
    }

    boolean checked(String name) {
        boolean on = exchange.value(name).equals("on");
        values.put(name, on ? "on" : "");
        return on;
    }

    Optional<String> email(String name) {
        String text = optional(name, EMAIL_LENGTH);
        if (!text.isEmpty() && !EMAIL.matcher(text).matches()) {
            wrong(name, "Write the e-mail address like name@example.com.");
        }
        return Optional.of(text).filter(address -> !address.isEmpty());
    }

    Optional<String> phone(String name) {
        String text = optional(name, 40);
        if (!text.isEmpty() && !PHONE.matcher(text).matches()) {
            wrong(name, "Write the phone number with figures, like +1 303 555 0101.");
        }
        return Optional.of(text).filter(number -> !number.isEmpty());
    }

    /** An amount by the reader's own signs; empty if nothing was typed or it is wrong. */
    Optional<Money> money(String name, String currency, Organisation reader) {
        String text = optional(name, 40);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TypedMoney.Answer answer = TypedMoney.read(text, currency, reader);
        answer.problem().ifPresent(words -> wrong(name, words));
        return answer.money();
    }
}
