package dev.quittance.stripe.gateway;

/**
 * A Stripe account as its own key reads it. Immutable and thread-safe.
 *
 * @param id {@code acct_…}
 * @param name what its owner calls it: dashboard name, else business name, else the id
 * @param country ISO 3166 code, upper case
 * @param defaultCurrency ISO 4217 code, upper case
 * @param chargesEnabled whether it may take payments now
 */
public record AccountReading(String id, String name, String country, String defaultCurrency, boolean chargesEnabled) {}
