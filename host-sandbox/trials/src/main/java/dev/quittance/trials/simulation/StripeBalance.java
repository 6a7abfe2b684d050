package dev.quittance.trials.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** An account's balance, summed up from its balance transactions as any auditor would read them. */
final class StripeBalance {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private StripeBalance() {}

    /** What the account has after fees, in minor units of its one currency. */
    static long netMinor(OtherSide stripe, AccountKeys account) {
        long net = 0;
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = page(stripe, account, after);
            for (JsonNode transaction : page.path("data")) {
                net += transaction.path("net").asLong();
                after = transaction.path("id").asText();
            }
            more = page.path("has_more").asBoolean();
        }
        return net;
    }

    private static JsonNode page(OtherSide stripe, AccountKeys account, String after) {
        String query = "limit=100" + (after.isEmpty() ? "" : "&starting_after=" + after);
        Answer answer = stripe.handle(new Call(
                "GET",
                "/v1/balance_transactions",
                query,
                Map.of("authorization", "Bearer " + account.secretKey()),
                new byte[0]));
        if (answer.status() != OK) {
            throw new IllegalStateException("the local Stripe does not list balance transactions: " + answer.status());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the local Stripe answers in JSON", e);
        }
    }
}
