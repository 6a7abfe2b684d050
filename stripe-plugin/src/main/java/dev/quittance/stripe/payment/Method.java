package dev.quittance.stripe.payment;

import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.IntentReading;
import java.util.Locale;
import java.util.Set;

/**
 * What the customer paid with, as far as it may be shown. Immutable.
 *
 * @param type {@code card}, {@code us_bank_account}, …; empty if unknown
 * @param brand the card's brand or the bank's name; may be empty
 * @param last4 the last four digits; may be empty
 */
public record Method(String type, String brand, String last4) {
    /** Not known yet. */
    static final Method UNKNOWN = new Method("", "", "");

    private static final Set<String> DEBITS =
            Set.of("us_bank_account", "acss_debit", "au_becs_debit", "bacs_debit", "nz_bank_account", "sepa_debit");

    static Method of(IntentReading intent) {
        return intent.latestCharge().map(Method::of).orElse(UNKNOWN);
    }

    private static Method of(ChargeReading charge) {
        return new Method(charge.methodType(), charge.brand(), charge.last4());
    }

    /** Whether it debits a bank account, which takes days and can be taken back without a question. */
    public boolean isDebit() {
        return DEBITS.contains(type);
    }

    /** For example {@code Visa •4242}; empty if nothing is known. */
    public String label() {
        String name = brand.isEmpty() ? type.replace('_', ' ') : brand;
        String shown = name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return last4.isEmpty() ? shown : (shown + " •" + last4).strip();
    }
}
