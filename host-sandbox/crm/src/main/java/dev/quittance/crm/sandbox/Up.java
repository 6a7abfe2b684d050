package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.crm.seed.Login;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The command {@code up}: starts a sandbox, says where it is, and runs until it is asked to stop. */
final class Up {
    private Up() {}

    static void run(UpSettings settings, PrintStream out) {
        StripeKey.check(settings);
        JerseyLog.quieten();
        Sandbox.Addresses addresses = start(settings);
        out.println(settings.json() ? json(addresses) : words(addresses));
        try {
            // The servers' threads do the work; this one only keeps the program alive.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Sandbox.Addresses start(UpSettings settings) {
        try {
            return Sandbox.start(settings);
        } catch (StartException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StartException("The sandbox does not start: " + e.getMessage(), e);
        }
    }

    static String json(Sandbox.Addresses addresses) {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        json.put("url", addresses.url().toString());
        json.put("stripe", addresses.stripe().toString());
        json.put("inbox", addresses.inbox().toString());
        ArrayNode logins = json.putArray("logins");
        for (Login login : addresses.logins()) {
            logins.addObject()
                    .put("email", login.email())
                    .put("password", login.password())
                    .put("role", login.role().code())
                    .put("name", login.name())
                    .put("organisation", login.organisation());
        }
        return json.toString();
    }

    static String words(Sandbox.Addresses addresses) {
        StringBuilder words = new StringBuilder();
        line(words, "CRM", addresses.url().toString());
        line(words, "Inbox", addresses.inbox().toString());
        line(words, "Stripe", addresses.stripe().toString());
        words.append('\n');
        for (Login login : addresses.logins()) {
            words.append(String.format(
                    Locale.ROOT,
                    "%-10s  %-26s  %-20s  %s%n",
                    login.role().code(),
                    login.email(),
                    login.password(),
                    login.organisation()));
        }
        words.append("\nTry: sign in as office, open the project \"Ruiz roof\", Request Payment. Ctrl+C stops.");
        return words.toString();
    }

    private static void line(StringBuilder words, String what, String address) {
        words.append(String.format(Locale.ROOT, "%-10s  %s%n", what, address));
    }
}
