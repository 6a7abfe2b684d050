package dev.quittance.emulator.api;

/**
 * An account of the local Stripe, and what opens it. These are test keys: they open nothing anywhere else.
 *
 * @param account its id, {@code acct_…}
 * @param name the business's name
 * @param secretKey {@code sk_test_…}
 * @param restrictedKey {@code rk_test_…}, with every permission
 * @param publishableKey {@code pk_test_…}
 */
public record AccountKeys(String account, String name, String secretKey, String restrictedKey, String publishableKey) {}
