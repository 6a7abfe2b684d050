package dev.quittance.stripe.gateway;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.OutgoingResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Leads Stripe's library through the host: one try, and the host writes the authorization itself, so the key is never here.
 * One instance for one call.
 */
final class OutgoingHttp extends HttpClient {
    /** As long as Stripe itself may need for a charge, and shorter than a page may take. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    /**
     * What goes out of what the library sets. Left behind: its authorization (a placeholder), and what describes this machine,
     * which is nobody's business and differs between two runs.
     */
    private static final Set<String> PASSED_ON =
            Set.of("stripe-version", "idempotency-key", "stripe-account", "content-type", "user-agent", "accept");

    private static final int TOO_MANY = 429;

    private final Outgoing outgoing;
    private final Bearer key;
    private final CallBudget budget;

    OutgoingHttp(Outgoing outgoing, Bearer key, CallBudget budget) {
        this.outgoing = outgoing;
        this.key = key;
        this.budget = budget;
    }

    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws StripeException {
        return request(request);
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        if (!budget.take()) {
            throw new OverBudget();
        }
        try {
            OutgoingResponse answer = outgoing.send(translated(request));
            comeAgain(answer);
            Map<String, List<String>> headers = new TreeMap<>();
            answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            return new StripeResponse(
                    answer.status(), HttpHeaders.of(headers), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (OutgoingException e) {
            throw new ApiConnectionException("no whole answer", e);
        }
    }

    /** Where Stripe says when it wants to be asked again, nobody asks before. */
    private void comeAgain(OutgoingResponse answer) {
        String seconds = answer.headers().getOrDefault("retry-after", "");
        if (answer.status() == TOO_MANY && seconds.matches("[0-9]{1,4}")) {
            budget.pause(Duration.ofSeconds(Long.parseLong(seconds)));
        }
    }

    /** Not sent: this account has been asked often enough for now. */
    static final class OverBudget extends StripeException {
        private static final long serialVersionUID = 1L;

        OverBudget() {
            super("over our own rate", null, null, TOO_MANY);
        }
    }

    private OutgoingRequest translated(StripeRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().map().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !values.isEmpty()) {
                headers.put(name, values.get(0));
            }
        });
        HttpContent content = request.content();
        byte[] body = new byte[0];
        if (content != null) {
            headers.put("Content-Type", content.contentType());
            body = content.byteArrayContent();
        }
        URI uri = URI.create(request.url().toString());
        return new OutgoingRequest(request.method().name(), uri, headers, Optional.of(key), body, TIME_LIMIT);
    }
}
