package dev.quittance.trials.simulation;

import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Stripe's hosted payment page, as a payer's browser uses it. */
final class HostedPage {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000009995";
    static final String CARD_WITH_3DS = "4000002760003184";
    private static final int SEE_OTHER = 303;

    private final Scene scene;

    HostedPage(Scene scene) {
        this.scene = scene;
    }

    /**
     * What came of one try to pay.
     *
     * @param kind what happened
     * @param next where the browser goes, if it is sent on
     */
    record Outcome(Kind kind, Optional<URI> next) {
        enum Kind {
            /** Paid: on to the business. */
            PAID,
            /** The bank asks who is there. */
            AUTHENTICATE,
            /** The bank says no; the page can be used again. */
            DECLINED,
            /** The page is over: expired, or paid already. */
            CLOSED
        }
    }

    Outcome pay(URI page, String card, String email) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", email);
        form.put("cardNumber", card);
        form.put("cardExpiry", "12 / 34");
        form.put("cardCvc", "123");
        form.put("billingName", "A Payer");
        return submit(page, form);
    }

    Outcome authenticate(URI page, boolean passes) {
        return submit(page, Map.of("outcome", passes ? "complete" : "fail"));
    }

    private Outcome submit(URI page, Map<String, String> form) {
        byte[] body = encode(form).getBytes(StandardCharsets.UTF_8);
        Answer answer = scene.stripe()
                .handle(new Call(
                        "POST",
                        page.getRawPath(),
                        "",
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        body));
        Outcome outcome = outcome(page, answer);
        scene.trace().step("payer", "hosted page -> " + answer.status() + " " + outcome.kind());
        return outcome;
    }

    private Outcome outcome(URI page, Answer answer) {
        if (answer.status() == SEE_OTHER) {
            URI next = page.resolve(location(answer));
            boolean leaves = !OtherSide.HOSTED_ORIGIN.equals(next.getScheme() + "://" + next.getAuthority());
            return new Outcome(leaves ? Outcome.Kind.PAID : Outcome.Kind.AUTHENTICATE, Optional.of(next));
        }
        if (answer.status() == 402) {
            return new Outcome(Outcome.Kind.DECLINED, Optional.empty());
        }
        if (answer.status() != 200) {
            scene.violations().add("hosted_page_failed", "status " + answer.status());
        }
        return new Outcome(Outcome.Kind.CLOSED, Optional.empty());
    }

    private static URI location(Answer answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("location"))
                .map(header -> URI.create(header.getValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a redirect says where to"));
    }

    private static String encode(Map<String, String> form) {
        StringBuilder encoded = new StringBuilder();
        form.forEach((name, value) -> encoded.append(encoded.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return encoded.toString();
    }
}
