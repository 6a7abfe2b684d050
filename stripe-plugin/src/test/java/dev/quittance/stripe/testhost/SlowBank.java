package dev.quittance.stripe.testhost;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quittance.api.host.OutgoingResponse;
import java.nio.charset.StandardCharsets;

/**
 * Makes a bank debit of whatever is paid: as long as the bank is at work, Stripe's answers say so of sessions and intents that are
 * complete; after that they say what the bank said. Thread-safe.
 */
public final class SlowBank {
    /** Where the money is. */
    public enum Word {
        /** It comes at once, as with a card. */
        AT_ONCE,
        /** It is on its way. */
        ON_ITS_WAY,
        /** It did not come. */
        REFUSED
    }

    private volatile Word word = Word.AT_ONCE;

    SlowBank() {}

    /** From here on this is what Stripe says of money that was sent. */
    public void says(Word next) {
        word = next;
    }

    OutgoingResponse seen(OutgoingResponse answer) {
        if (word == Word.AT_ONCE || answer.status() != 200) {
            return answer;
        }
        JsonElement body = JsonParser.parseString(new String(answer.body(), StandardCharsets.UTF_8));
        rewrite(body);
        return new OutgoingResponse(
                answer.status(), answer.headers(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void rewrite(JsonElement json) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(this::rewrite);
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            object.entrySet().forEach(entry -> rewrite(entry.getValue()));
            debit(object);
        }
    }

    private void debit(JsonObject object) {
        switch (text(object, "object")) {
            case "checkout.session" -> replace(object, "payment_status", "paid", "unpaid");
            case "payment_intent" -> {
                boolean wasPaid = text(object, "status").equals("succeeded");
                replace(
                        object,
                        "status",
                        "succeeded",
                        word == Word.ON_ITS_WAY ? "processing" : "requires_payment_method");
                if (wasPaid && word == Word.REFUSED) {
                    JsonObject error = new JsonObject();
                    error.addProperty("type", "invalid_request_error");
                    error.addProperty("code", "debit_not_authorized");
                    object.add("last_payment_error", error);
                }
            }
            case "charge" -> {
                replace(object, "status", "succeeded", word == Word.ON_ITS_WAY ? "pending" : "failed");
                object.add("balance_transaction", JsonNull.INSTANCE);
            }
            default -> {
                // Anything else says nothing of money.
            }
        }
    }

    private static void replace(JsonObject object, String name, String from, String to) {
        if (text(object, name).equals(from)) {
            object.addProperty(name, to);
        }
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
