package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session's page says and asks beside the payment.
 *
 * @param texts the business's own texts, by where they stand
 * @param termsOfService whether the payer must agree to the business's terms: {@code required} or {@code none}
 * @param nameUpdate whether the customer takes the name that is entered: {@code auto} or {@code never}
 */
record PageTerms(Map<String, String> texts, Optional<String> termsOfService, Optional<String> nameUpdate) {
    static final String PARAMS = """
            custom_text.submit.message custom_text.after_submit.message
            custom_text.terms_of_service_acceptance.message consent_collection.terms_of_service
            customer_update.name customer_update.address currency
            setup_intent_data.metadata.* setup_intent_data.description
            """;

    private static final int MAX_TEXT = 1200;

    static PageTerms read(Form form) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String place : List.of("submit", "after_submit", "terms_of_service_acceptance")) {
            Checks.limited(form.at("custom_text").at(place), "message", MAX_TEXT)
                    .ifPresent(text -> texts.put(place, text));
        }
        if (form.has("customer_update") && form.text("customer").isEmpty()) {
            throw ApiError.invalid("customer_update", "`customer_update` can only be used with `customer`.");
        }
        Form update = form.at("customer_update");
        if (update.oneOf("address", List.of("auto", "never")).equals(Optional.of("auto"))) {
            throw ApiError.notEmulated("customer_update[address]", "addresses on the payment page");
        }
        return new PageTerms(
                texts,
                form.at("consent_collection").oneOf("terms_of_service", List.of("none", "required")),
                update.oneOf("name", List.of("auto", "never")));
    }

    void fill(ObjectNode session) {
        ObjectNode custom = (ObjectNode) session.path("custom_text");
        texts.forEach((place, text) -> custom.putObject(place).put("message", text));
        termsOfService.ifPresent(wanted -> session.putObject("consent_collection")
                .putNull("payment_method_reuse_agreement")
                .putNull("promotions")
                .put("terms_of_service", wanted));
        nameUpdate.ifPresent(text -> session.put(Checkout.NAME_UPDATE, text));
    }
}
