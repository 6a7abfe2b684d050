package dev.quittance.stripe.flow;

import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.stripe.testhost.TestHost;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The sessions that Stripe itself has, whatever the plugin believes. */
final class SessionsAtStripe {
    private static final Pattern SESSION = Pattern.compile("\"object\"\\s*:\\s*\"checkout.session\"");

    private SessionsAtStripe() {}

    static long count(Shop shop) {
        Answer list = shop.host
                .stripe()
                .handle(new Call(
                        "GET",
                        "/v1/checkout/sessions",
                        "limit=100",
                        Map.of("authorization", "Bearer " + TestHost.RIDGELINE_KEY),
                        new byte[0]));
        String json = new String(list.body(), StandardCharsets.UTF_8);
        return SESSION.matcher(json).results().count();
    }
}
