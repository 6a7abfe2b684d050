package dev.quittance.emulator.store;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The currencies that accounts here hold balances in, and what Stripe takes in each. */
public final class Currencies {
    /** Stripe's amounts have at most eight digits. */
    public static final long MAX_AMOUNT_MINOR = 99_999_999;

    /**
     * @param decimals digits after the point
     * @param minimumMinor the smallest charge
     * @param feePerMille Stripe's share, in thousandths
     * @param feeFixedMinor Stripe's fixed fee, in minor units
     */
    public record Terms(String symbol, int decimals, long minimumMinor, long feePerMille, long feeFixedMinor) {
        /** What an amount is a multiple of: where a currency has three decimals, the last is zero. */
        public long stepMinor() {
            return decimals == 3 ? 10 : 1;
        }

        /** Stripe's fee, its share rounded half up to a whole minor unit. */
        public long feeMinor(long amountMinor) {
            return Math.addExact(
                    Math.addExact(Math.multiplyExact(amountMinor, feePerMille), 500) / 1000, feeFixedMinor);
        }
    }

    private static final Map<String, Terms> TERMS = Map.of(
            "usd", new Terms("$", 2, 50, 29, 30),
            "eur", new Terms("€", 2, 50, 15, 25),
            "jpy", new Terms("¥", 0, 50, 29, 30),
            "kwd", new Terms("KWD ", 3, 100, 29, 100));

    /** Further currencies of Stripe's: known, but no account here holds a balance in them. */
    private static final Set<String> KNOWN = Set.of(
            "aed", "ars", "aud", "bgn", "bhd", "bif", "brl", "cad", "chf", "clp", "cny", "cop", "czk", "djf", "dkk",
            "gbp", "gnf", "hkd", "huf", "idr", "ils", "inr", "isk", "jod", "kmf", "krw", "mga", "mxn", "myr", "nok",
            "nzd", "omr", "pen", "php", "pln", "pyg", "ron", "rwf", "sar", "sek", "sgd", "thb", "tnd", "try", "twd",
            "uah", "ugx", "vnd", "vuv", "xaf", "xof", "xpf", "zar");

    private Currencies() {}

    public static Optional<Terms> find(String currency) {
        return Optional.ofNullable(TERMS.get(currency));
    }

    public static Terms get(String currency) {
        return find(currency).orElseThrow(() -> new IllegalStateException("no balance in " + currency));
    }

    public static boolean isKnown(String currency) {
        return KNOWN.contains(currency);
    }

    /** As a payer reads it: {@code $6,000.00}. */
    public static String format(long amountMinor, String currency) {
        Terms terms = get(currency);
        String pattern = terms.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(terms.decimals());
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
        return terms.symbol() + format.format(BigDecimal.valueOf(amountMinor, terms.decimals()));
    }
}
