package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.page.FieldError;
import dev.quittance.emulator.page.FormPage;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hosted page on which the owner of a connected account tells Stripe what it wants to know. */
final class Onboarding {
    static final String PATH = "/setup/form/";

    private static final Duration VISIT = Duration.ofHours(1);
    private static final int MAX_TEXT = 500;
    private static final List<String> TYPED =
            List.of("business_name", "business_url", "first_name", "last_name", "account_number");

    private Onboarding() {}

    /** Follows a link: good once, and not for long; else the platform has to make another. */
    static Answer enter(Turn turn, ObjectNode link) {
        boolean spent = link.path(AccountLinks.USED).asBoolean()
                || link.path(AccountLinks.EXPIRES_AT).asLong() <= turn.nowSeconds();
        if (spent) {
            return Replies.redirect(link.path("refresh_url").asText());
        }
        ObjectNode visit = link.deepCopy();
        visit.put("id", turn.ids().secret("visit_"));
        visit.put(AccountLinks.EXPIRES_AT, turn.nowSeconds() + VISIT.toSeconds());
        link.put(AccountLinks.USED, true);
        turn.put(Kind.ACCOUNT_LINK, link);
        turn.put(Kind.ACCOUNT_LINK, visit);
        return Replies.redirect(PATH + visit.path("id").asText());
    }

    static Answer show(Turn turn, ObjectNode visit) {
        if (visit.path(AccountLinks.EXPIRES_AT).asLong() <= turn.nowSeconds()) {
            return Replies.redirect(visit.path("refresh_url").asText());
        }
        ObjectNode account = account(turn, visit);
        if (account.path("details_submitted").asBoolean()) {
            return Replies.html(
                    200,
                    Notice.of("Nothing is missing", "Stripe has every detail of this account that it needs.")
                            .withLink(
                                    "Return to the platform",
                                    visit.path("return_url").asText())
                            .render());
        }
        Map<String, String> known = Map.of(
                "business_name", account.at("/business_profile/name").asText(""),
                "business_url", account.at("/business_profile/url").asText(""));
        return page(200, visit, known, List.of());
    }

    private static ObjectNode account(Turn turn, ObjectNode visit) {
        String id = visit.path("account").asText();
        return turn.on(id).get(Kind.ACCOUNT, id);
    }

    private static Answer page(int status, ObjectNode visit, Map<String, String> typed, List<FieldError> errors) {
        List<FormPage.Field> fields = List.of(
                field("business_name", "Name of the business", "text", typed),
                field("business_url", "Website, such as https://example.com", "url", typed),
                field("first_name", "Your first name", "text", typed),
                field("last_name", "Your last name", "text", typed),
                field("account_number", "Bank account for payouts; test account: 000123456789", "text", typed),
                FormPage.Field.of("terms", "I agree to the terms of service", "checkbox", "agreed"));
        return Replies.html(
                status,
                new FormPage(
                                "Tell Stripe about your business",
                                "Payments and payouts begin once these details have been looked at, which takes a few"
                                        + " seconds here. Nobody is charged.",
                                PATH + visit.path("id").asText(),
                                Map.of(),
                                fields,
                                List.of(
                                        new FormPage.Button("Submit", "decision", "submit"),
                                        new FormPage.Button("Finish later", "decision", "later")),
                                errors)
                        .render());
    }

    private static FormPage.Field field(String name, String label, String type, Map<String, String> typed) {
        return FormPage.Field.of(name, label, type, typed.getOrDefault(name, ""));
    }

    /** Takes what was typed. Coming back to the platform does not mean that it is complete. */
    static Answer submit(Turn turn, ObjectNode visit, Form form) {
        if (visit.path(AccountLinks.EXPIRES_AT).asLong() <= turn.nowSeconds()) {
            return Replies.redirect(visit.path("refresh_url").asText());
        }
        if (form.text("decision").orElse("").equals("later")) {
            return Replies.redirect(visit.path("return_url").asText());
        }
        Map<String, String> typed = new LinkedHashMap<>();
        TYPED.forEach(name -> typed.put(name, form.text(name).orElse("").trim()));
        List<FieldError> errors = errors(typed, form.text("terms").isPresent());
        if (!errors.isEmpty()) {
            return page(400, visit, typed, errors);
        }
        fulfil(turn, account(turn, visit), typed);
        return Replies.redirect(visit.path("return_url").asText());
    }

    private static List<FieldError> errors(Map<String, String> typed, boolean terms) {
        List<FieldError> errors = new ArrayList<>();
        typed.forEach((name, text) -> {
            if (text.isEmpty() || text.length() > MAX_TEXT) {
                errors.add(new FieldError(name, "Fill in " + name.replace('_', ' ') + "."));
            }
        });
        if (!typed.getOrDefault("business_url", "").matches("(https?://[^\\s/]+.*)?")) {
            errors.add(new FieldError("business_url", "Enter an address such as https://example.com."));
        }
        if (!typed.getOrDefault("account_number", "").matches("[A-Z0-9 ]{0,34}")) {
            errors.add(new FieldError("account_number", "Enter the account number in digits, or the IBAN."));
        }
        if (!terms) {
            errors.add(new FieldError("terms", "Agree to the terms of service."));
        }
        return errors;
    }

    private static void fulfil(Turn turn, ObjectNode account, Map<String, String> typed) {
        ObjectNode before = account.deepCopy();
        ObjectNode profile = (ObjectNode) account.path("business_profile");
        profile.put("name", typed.get("business_name"));
        profile.put("url", typed.get("business_url"));
        ((ObjectNode) account.at("/settings/dashboard")).put("display_name", typed.get("business_name"));
        if (account.path("business_type").isNull()) {
            account.put("business_type", "company");
        }
        ObjectNode person = account.withObject("/" + Requirements.PERSON);
        person.put("first_name", typed.get("first_name"));
        person.put("last_name", typed.get("last_name"));
        ObjectNode terms = (ObjectNode) account.path("tos_acceptance");
        terms.put("date", turn.nowSeconds());
        terms.put("ip", "127.0.0.1");
        String number = typed.getOrDefault("account_number", "").replace(" ", "");
        BankAccounts.set(turn, account, bank(account, number));
        Requirements.update(turn, before, account);
    }

    private static Form bank(ObjectNode account, String number) {
        return Form.parse("account_number=" + number + "&country="
                + account.path("country").asText() + "&currency="
                + account.path("default_currency").asText());
    }
}
