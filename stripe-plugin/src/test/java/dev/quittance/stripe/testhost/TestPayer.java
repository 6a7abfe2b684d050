package dev.quittance.stripe.testhost;

import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer on Stripe's hosted page. */
public final class TestPayer {
    /** Goes through. */
    public static final String GOOD_CARD = "4242424242424242";
    /** The bank says no. */
    public static final String DECLINED_CARD = "4000000000000002";
    /** The bank asks the customer first. */
    public static final String THREE_D_SECURE_CARD = "4000002760003184";

    private final LocalStripe stripe;

    /** A customer of this Stripe. */
    public TestPayer(LocalStripe stripe) {
        this.stripe = stripe;
    }

    /**
     * Fills the card form and sends it, and answers the bank's question with yes.
     *
     * @return where Stripe sends the customer next, or empty if the page is shown again
     */
    public Optional<URI> pay(URI sessionPage, String card) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", "dana@example.com");
        form.put("cardNumber", card);
        form.put("cardExpiry", "12/34");
        form.put("cardCvc", "123");
        form.put("billingName", "Dana Miller");
        Answer answer = post(sessionPage, form);
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() < 300 && page.contains("name=\"outcome\"")) {
            answer = post(sessionPage, Map.of("outcome", "complete"));
        }
        return next(sessionPage, answer, Map.of("outcome", "complete"));
    }

    /**
     * Lets a bank account be debited, which takes the bank days.
     *
     * @param bank which of Stripe's test accounts
     * @return where Stripe sends the customer next, or empty if the page is shown again
     */
    public Optional<URI> payByBank(URI sessionPage, String bank) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("method", "us_bank_account");
        form.put("email", "dana@example.com");
        form.put("bankAccount", bank);
        form.put("billingName", "Dana Miller");
        return next(sessionPage, post(sessionPage, form), Map.of("outcome", "complete"));
    }

    private Optional<URI> next(URI page, Answer answer, Map<String, String> consent) {
        if (answer.status() < 300 || answer.status() >= 400) {
            return Optional.empty();
        }
        URI target = page.resolve(location(answer));
        if (!target.getHost().equals(page.getHost())) {
            return Optional.of(target);
        }
        // The bank's question has a page of its own.
        String shown = new String(get(target).body(), StandardCharsets.UTF_8);
        return shown.contains("name=\"outcome\"") ? next(target, post(target, consent), Map.of()) : Optional.empty();
    }

    private static String location(Answer answer) {
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase("location")) {
                return header.getValue();
            }
        }
        throw new IllegalStateException("a redirect without a location");
    }

    private Answer get(URI page) {
        return stripe.handle(new Call("GET", page.getPath(), query(page), Map.of(), new byte[0]));
    }

    private Answer post(URI page, Map<String, String> form) {
        List<String> pairs = new ArrayList<>();
        form.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
        byte[] body = String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
        return stripe.handle(new Call("POST", page.getPath(), query(page), headers, body));
    }

    private static String query(URI page) {
        return page.getRawQuery() == null ? "" : page.getRawQuery();
    }
}
