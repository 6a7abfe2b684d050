package dev.quittance.emulator.api;

import java.util.Optional;

/**
 * An account of the local Stripe, and what opens it. These keys open nothing anywhere else, not even the live ones.
 *
 * @param account its id, {@code acct_…}
 * @param name the business's name
 * @param secretKey {@code sk_test_…}
 * @param restrictedKey {@code rk_test_…}, with every permission
 * @param publishableKey {@code pk_test_…}
 * @param live the same for live mode, if the account was made with it
 */
public record AccountKeys(
        String account,
        String name,
        String secretKey,
        String restrictedKey,
        String publishableKey,
        Optional<Live> live) {

    /**
     * Keys of live mode.
     *
     * @param secretKey {@code sk_live_…}
     * @param restrictedKey {@code rk_live_…}, with every permission
     * @param publishableKey {@code pk_live_…}
     */
    public record Live(String secretKey, String restrictedKey, String publishableKey) {}
}
