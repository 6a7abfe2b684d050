package dev.quittance.api.money;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A currency as Stripe counts it, which is not always as ISO does: ISK and UGX are sent with two decimals that must be zero,
 * MGA with none. Immutable and thread-safe. Source: Stripe's "Supported currencies" page (minimum and maximum charge amounts),
 * API version 2026-07-29.dahlia.
 *
 * @param code ISO 4217 code in upper case
 * @param exponent decimals between the major and the minor unit: USD 2, JPY 0, KWD 3
 * @param stepMinor amounts are multiples of this: 1, or 10 for three-decimal currencies, or 100 for ISK and UGX
 * @param minimumMinor the smallest amount that Stripe charges, in minor units; at least one step
 * @param maximumMinor the largest amount that Stripe charges, in minor units
 */
public record CurrencyUnit(String code, int exponent, long stepMinor, long minimumMinor, long maximumMinor) {
    /** Stripe takes at most eight digits. */
    private static final long EIGHT_DIGITS = 99_999_999L;
    /** The one exception: Indonesian rupiah take twelve. */
    private static final long TWELVE_DIGITS = 999_999_999_999L;

    private static final Map<String, CurrencyUnit> ALL = table();

    /**
     * The unit for a code in any case.
     *
     * @throws MoneyException with {@link MoneyException.Reason#UNKNOWN_CURRENCY} if Stripe does not charge in it
     */
    public static CurrencyUnit of(String code) {
        return find(code)
                .orElseThrow(
                        () -> new MoneyException(MoneyException.Reason.UNKNOWN_CURRENCY, "no such currency: " + code));
    }

    /** The unit for a code in any case, or empty if Stripe does not charge in it. */
    public static Optional<CurrencyUnit> find(String code) {
        return Optional.ofNullable(ALL.get(code.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, CurrencyUnit> table() {
        Map<String, CurrencyUnit> all = new TreeMap<>();
        String twoDecimals =
                "AED 200,AUD 50,BGN 100,BRL 50,CAD 50,CHF 50,CZK 1500,DKK 250,EUR 50,GBP 30,HKD 400,HUF 17500,"
                        + "INR 50,MXN 1000,MYR 200,NOK 300,NZD 50,PLN 200,RON 200,SEK 300,SGD 50,THB 1000,USD 50,"
                        + "ARS 1,COP 1,ILS 1,PEN 1,PHP 1,TWD 1,UYU 1,ZAR 1,TRY 1,CNY 1,SAR 1,QAR 1,EGP 1,MAD 1,KES 1,NGN 1,UAH 1";
        for (String entry : twoDecimals.split(",", -1)) {
            String[] parts = entry.split(" ", -1);
            add(all, new CurrencyUnit(parts[0], 2, 1, Long.parseLong(parts[1]), EIGHT_DIGITS));
        }
        for (String code : "BIF CLP DJF GNF KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" ", -1)) {
            add(all, new CurrencyUnit(code, 0, 1, 1, EIGHT_DIGITS));
        }
        for (String code : "BHD JOD KWD OMR TND".split(" ", -1)) {
            add(all, new CurrencyUnit(code, 3, 10, 10, EIGHT_DIGITS));
        }
        add(all, new CurrencyUnit("JPY", 0, 1, 50, EIGHT_DIGITS));
        add(all, new CurrencyUnit("ISK", 2, 100, 100, EIGHT_DIGITS));
        add(all, new CurrencyUnit("UGX", 2, 100, 100, EIGHT_DIGITS));
        add(all, new CurrencyUnit("IDR", 2, 1, 1, TWELVE_DIGITS));
        return Map.copyOf(all);
    }

    private static void add(Map<String, CurrencyUnit> all, CurrencyUnit unit) {
        all.put(unit.code(), unit);
    }
}
