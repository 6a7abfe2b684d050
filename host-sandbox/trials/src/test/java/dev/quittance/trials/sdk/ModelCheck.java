package dev.quittance.trials.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonSyntaxException;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the official client's classes hold all that came: what was read into them and written out again is what came, but
 * for absent and null being the same.
 */
final class ModelCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelCheck() {}

    /** What got lost or changed; empty if nothing did. */
    static List<String> losses(String body, Class<? extends StripeObject> model) {
        try {
            String again = ApiResource.GSON.toJson(ApiResource.GSON.fromJson(body, model));
            List<String> losses = new ArrayList<>();
            compare(JSON.readTree(body), JSON.readTree(again), model.getSimpleName(), losses);
            return losses;
        } catch (JsonSyntaxException e) {
            return List.of(model.getSimpleName() + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(JsonNode came, JsonNode again, String at, List<String> losses) {
        if (came.isObject()) {
            for (Map.Entry<String, JsonNode> field : came.properties()) {
                if (!field.getValue().isNull()) {
                    compare(field.getValue(), again.path(field.getKey()), at + "." + field.getKey(), losses);
                }
            }
        } else if (came.isArray()) {
            for (int i = 0; i < came.size(); i++) {
                compare(came.get(i), again.path(i), at + "[]", losses);
            }
        } else if (!came.asText().equals(again.asText()) && !sameNumber(came, again)) {
            losses.add(at + " was " + came + " and is " + again);
        }
    }

    /** Decimals come as text and are numbers in the model. */
    private static boolean sameNumber(JsonNode came, JsonNode again) {
        try {
            return new java.math.BigDecimal(came.asText()).compareTo(new java.math.BigDecimal(again.asText())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
