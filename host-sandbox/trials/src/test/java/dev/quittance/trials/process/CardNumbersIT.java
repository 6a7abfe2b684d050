package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No card number is in anything that reaches the CRM: not in a form that people send it, not in what Stripe tells it. */
final class CardNumbersIT {
    private static final String KEY = "sk_test_CardNumbersKey4711Aa";
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-f.-])(?:[0-9][ -]?){12,18}[0-9](?![0-9a-f.-])");

    @Test
    void what_people_and_stripe_send_to_the_crm_holds_no_card_number(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        try (LocalStripeProcess stripe = LocalStripeProcess.start(
                        folder.resolve("stripe"),
                        "--port",
                        "0",
                        "--secret-key",
                        KEY,
                        "--account",
                        "Ridgeline Roofing:US:usd");
                Sandbox sandbox = Sandbox.start(
                        folder.resolve("data"), "--stripe-url", stripe.url(), "--stripe-key-file", key.toString())) {
            List<String> sent = new ArrayList<>();
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            URI project = office.project("Ruiz roof");
            FilledForm request = office.requestForm(project)
                    .with("type", "deposit")
                    .with("percent", "40")
                    .with("amount", "");
            sent.add(request.values().toString());
            office.person().submit(request);
            URI link = office.payLink(List.of());
            FilledForm click = office.person().open(link).form("form");
            sent.add(click.values().toString());
            Seen hosted = office.person().submit(click);
            FilledForm card = hosted.form("form:has([name=cardNumber])");
            Seen back = office.payWithoutReturning(hosted, Walk.GOOD_CARD);
            sent.add(back.leadsTo().orElseThrow().toString());
            office.person().open(back.leadsTo().orElseThrow());
            office.seesOn(project, "Paid");
            sent.addAll(told(stripe));

            assertThat(card.action().getAuthority())
                    .as("where the card is typed")
                    .isNotEqualTo(sandbox.url().getAuthority());
            assertThat(String.join("\n", sent)).contains("checkout.session.completed", "\"last4\"");
            assertThat(cardNumbers(String.join("\n", sent))).isEmpty();
        }
    }

    /** What Stripe tells whoever asks with the key: the events are the bodies of its webhooks. */
    private static List<String> told(LocalStripeProcess stripe) {
        return List.of("events", "checkout/sessions", "payment_intents", "charges").stream()
                .map(list -> URI.create(stripe.url()).resolve("/v1/" + list + "?limit=100"))
                .map(address -> new Person().askWithKey(address, KEY).body())
                .collect(Collectors.toList());
    }

    @Test
    void a_card_number_would_be_found() {
        assertThat(cardNumbers("{\"number\":\"4242 4242 4242 4242\"} 4242424242424241 created=1790000000"))
                .hasSize(1);
        assertThat(cardNumbers("number=5555555555554444&x=1")).hasSize(1);
    }

    private static List<String> cardNumbers(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("[ -]", ""))
                .filter(CardNumbersIT::hasCheckDigit)
                .collect(Collectors.toList());
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
