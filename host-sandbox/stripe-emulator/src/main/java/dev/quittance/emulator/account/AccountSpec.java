package dev.quittance.emulator.account;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Stripe account to be made.
 *
 * @param name the business's name, shown to payers
 * @param country two letters, upper case
 * @param defaultCurrency three letters, lower case
 * @param secretKey its secret key, if the caller wants to choose it: {@code sk_test_…}; else one is made up
 * @param exchange currencies in which it has no balance, and what a whole unit of each is worth in its own
 * @param live whether it has keys of live mode too. They are always made up, and no money moves with them either
 */
public record AccountSpec(
        String name,
        String country,
        String defaultCurrency,
        Optional<String> secretKey,
        Map<String, String> exchange,
        boolean live) {
    /** In test mode only. */
    public AccountSpec(String name, String country, String defaultCurrency, Optional<String> secretKey) {
        this(name, country, defaultCurrency, secretKey, Map.of(), false);
    }

    /** The same with keys of live mode. */
    public AccountSpec withLiveMode() {
        return new AccountSpec(name, country, defaultCurrency, secretKey, exchange, true);
    }

    /** The same, but what comes in this currency is changed into its own at this rate, for one percent more. */
    public AccountSpec withExchange(String currency, String rate) {
        return new AccountSpec(name, country, defaultCurrency, secretKey, Map.of(currency, rate), live);
    }

    /** Checks the key's kind: a live key never enters the local Stripe. */
    public AccountSpec {
        exchange = Map.copyOf(exchange);
        country = country.toUpperCase(Locale.ROOT);
        defaultCurrency = defaultCurrency.toLowerCase(Locale.ROOT);
        if (name.isBlank()) {
            throw new IllegalArgumentException("An account needs a name.");
        }
        if (!country.matches("[A-Z]{2}") || !defaultCurrency.matches("[a-z]{3}")) {
            throw new IllegalArgumentException(
                    "An account needs a country of two letters and a currency of three, such as US and usd.");
        }
        if (secretKey.isPresent() && !secretKey.get().matches("sk_test_[A-Za-z0-9]{8,}")) {
            throw new IllegalArgumentException(
                    "A secret key of the local Stripe starts with sk_test_, then eight or more letters and digits.");
        }
    }
}
