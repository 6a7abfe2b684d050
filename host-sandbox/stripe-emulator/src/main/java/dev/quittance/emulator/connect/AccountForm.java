package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;

/** The parameters of a connected account that can be given at any time. */
final class AccountForm {
    static final ParamRules RULES = ParamRules.actsOn("""
            email default_currency business_type metadata.*
            business_profile.name business_profile.url business_profile.mcc business_profile.product_description
            business_profile.support_email business_profile.support_phone business_profile.support_url
            capabilities.card_payments.requested capabilities.transfers.requested
            capabilities.us_bank_account_ach_payments.requested
            tos_acceptance.date tos_acceptance.ip tos_acceptance.user_agent
            individual.first_name individual.last_name
            external_account.object external_account.country external_account.currency
            external_account.account_number external_account.routing_number
            external_account.account_holder_name external_account.account_holder_type
            """);

    private static final List<String> PROFILE =
            List.of("name", "url", "mcc", "product_description", "support_email", "support_phone", "support_url");
    private static final List<String> TYPES = List.of("individual", "company", "non_profit", "government_entity");

    private AccountForm() {}

    /**
     * Checks what can be checked without the account.
     *
     * @throws ApiError 400
     */
    static Map<String, String> check(Form form) {
        Checks.email(form, "email");
        form.oneOf("business_type", TYPES);
        Checks.url(form.at("business_profile"), "url");
        form.at("tos_acceptance").integer("date");
        if (form.has("external_account")) {
            Form bank = form.at("external_account");
            bank.requireText("account_number");
            bank.requireText("country");
            bank.requireText("currency");
        }
        return Checks.metadata(form);
    }

    static void fill(Turn turn, ObjectNode account, Form form, Map<String, String> metadata) {
        form.text("email").ifPresent(email -> account.put("email", email));
        form.text("default_currency").ifPresent(currency -> account.put("default_currency", currency));
        form.text("business_type").ifPresent(type -> account.put("business_type", type));
        ObjectNode profile = (ObjectNode) account.path("business_profile");
        for (String name : PROFILE) {
            if (form.at("business_profile").has(name)) {
                profile.put(name, form.at("business_profile").text(name).orElse(null));
            }
        }
        form.at("business_profile")
                .text("name")
                .ifPresent(name -> ((ObjectNode) account.at("/settings/dashboard")).put("display_name", name));
        Metadata.update(account, form, metadata);
        Capabilities.fill(turn, account, form);
        ObjectNode person = account.withObject("/" + Requirements.PERSON);
        for (String name : List.of("first_name", "last_name")) {
            form.at("individual").text(name).ifPresent(text -> person.put(name, text));
        }
        fillTerms(account, form.at("tos_acceptance"));
        if (form.has("external_account")) {
            BankAccounts.set(turn, account, form.at("external_account"));
        }
    }

    private static void fillTerms(ObjectNode account, Form terms) {
        if (terms.has("date") && !account.path("type").asText().equals("custom")) {
            throw ApiError.invalid(
                    "tos_acceptance",
                    "You cannot accept the Terms of Service on behalf of Standard and Express connected accounts.");
        }
        ObjectNode acceptance = (ObjectNode) account.path("tos_acceptance");
        terms.integer("date").ifPresent(date -> acceptance.put("date", date));
        terms.text("ip").ifPresent(ip -> acceptance.put("ip", ip));
        terms.text("user_agent").ifPresent(agent -> acceptance.put("user_agent", agent));
    }
}
