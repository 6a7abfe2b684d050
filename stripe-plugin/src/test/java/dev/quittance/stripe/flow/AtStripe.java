package dev.quittance.stripe.flow;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.stripe.testhost.TestHost;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Ridgeline's own account at Stripe, in which somebody does something that the plugin has no part in. */
final class AtStripe {
    private AtStripe() {}

    /** The form is the body of a POST and the query of a GET. */
    static JsonObject call(Shop shop, String method, String path, String form) {
        boolean reads = method.equals("GET");
        Answer answer = shop.host
                .stripe()
                .handle(new Call(
                        method,
                        path,
                        reads ? form : "",
                        Map.of(
                                "authorization",
                                "Bearer " + TestHost.RIDGELINE_KEY,
                                "content-type",
                                "application/x-www-form-urlencoded"),
                        (reads ? "" : form).getBytes(StandardCharsets.UTF_8)));
        String json = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() >= 300) {
            throw new IllegalStateException("Stripe answered " + json);
        }
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
