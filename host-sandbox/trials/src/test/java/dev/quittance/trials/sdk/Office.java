package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.http.EmulatorServer;
import dev.quittance.emulator.http.EmulatorSettings;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A business with an account at a local Stripe of its own, and the official client to speak to it. */
final class Office implements AutoCloseable {
    /** A Monday, so that business days are easy to count. */
    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final AtomicLong nowMillis = new AtomicLong(START.toEpochMilli());
    private final CheckedHttp http = new CheckedHttp();
    private final EmulatorServer server;
    private final AccountKeys account;

    private Office() {
        InstantSource clock = this::now;
        server = EmulatorServer.start(
                EmulatorSettings.onThisMachine(0, Journal.inMemory()).withClock(clock));
        account = server.stripe().addAccount(new AccountSpec("Lakeside Plumbing", "US", "usd", Optional.empty()));
    }

    static Office open() {
        return new Office();
    }

    AccountKeys account() {
        return account;
    }

    LocalStripe stripe() {
        return server.stripe();
    }

    String url() {
        return server.url().toString();
    }

    StripeClient client() {
        return clientWith(account.secretKey());
    }

    /** The client as anybody has it: its own transport, its own retries off, its addresses turned to the local Stripe. */
    StripeClient clientWith(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(url())
                .setConnectBase(url())
                .setFilesBase(url())
                .setMaxNetworkRetries(0)
                .setHttpClient(http)
                .build();
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMillis.get());
    }

    /** Lets time pass, and what falls due on the way happen. */
    void pass(Duration time) {
        nowMillis.addAndGet(time.toMillis());
        server.stripe().runDue();
        server.wake();
    }

    /** Somebody with a browser and no script. */
    Person payer() {
        return new Person();
    }

    /** What a payer types for a card, sent; where that leads is not followed, as it is outside. */
    Seen payByCard(String page, String number) {
        FilledForm form = payer().open(URI.create(page))
                .form("form:has([name=cardNumber])")
                .with("method", "card")
                .with("email", "ana@example.com")
                .with("cardNumber", number)
                .with("cardExpiry", "12/49")
                .with("cardCvc", "123")
                .with("billingName", "Ana Ruiz");
        return payer().submitOnly(form);
    }

    /** The same with a bank account, by the name of a test account. */
    Seen payByBank(String page, String account) {
        Seen byCard = payer().open(URI.create(page));
        FilledForm form = payer().open(byCard.link("US bank account"))
                .form("form:has([name=bankAccount])")
                .with("method", "us_bank_account")
                .with("email", "ana@example.com")
                .with("billingName", "Ana Ruiz")
                .with("bankAccount", account);
        return payer().submitOnly(form);
    }

    /** Every answer so far. */
    List<CheckedHttp.Heard> heard() {
        return http.heard();
    }

    /** Every answer so far, looked at closely: by the description of the API, and by the client's own model. */
    void checkAnswers() {
        List<CheckedHttp.Heard> heard = http.heard();
        assertThat(heard).isNotEmpty();
        assertThat(AnswerCheck.violations(heard)).isEmpty();
    }

    @Override
    public void close() {
        server.close();
    }
}
