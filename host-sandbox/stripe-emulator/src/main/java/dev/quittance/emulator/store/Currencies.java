package dev.quittance.emulator.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The currencies that accounts here hold balances in, and what Stripe takes in each: the table {@code currencies.txt}. Immutable. */
public final class Currencies {
    /** Stripe's amounts have at most eight digits; where a currency differs, {@link Terms#maximumMinor} says so. */
    public static final long MAX_AMOUNT_MINOR = 99_999_999;

    private static final int COLUMNS = 10;

    /**
     * @param decimals digits after the point
     * @param stepMinor what an amount is a multiple of: where a currency has three decimals, the last is zero
     * @param minimumMinor the smallest charge
     * @param maximumMinor the largest charge
     * @param feePerMille Stripe's share, in thousandths
     * @param feeFixedMinor Stripe's fixed fee, in minor units
     * @param disputeFeeMinor what a dispute costs, won or lost
     * @param payoutStepMinor what a payout is a multiple of
     */
    public record Terms(
            String symbol,
            int decimals,
            long stepMinor,
            long minimumMinor,
            long maximumMinor,
            long feePerMille,
            long feeFixedMinor,
            long disputeFeeMinor,
            long payoutStepMinor) {
        /** Stripe's fee, its share rounded half up to a whole minor unit. */
        public long feeMinor(long amountMinor) {
            return feeMinor(amountMinor, 0);
        }

        /** Stripe's fee with further thousandths on top, rounded half up to a whole minor unit. */
        public long feeMinor(long amountMinor, long morePerMille) {
            return Math.addExact(
                    Math.addExact(Math.multiplyExact(amountMinor, feePerMille + morePerMille), 500) / 1000,
                    feeFixedMinor);
        }
    }

    private static final Map<String, Terms> TERMS = load();

    /** Further currencies of Stripe's: known, but no account here holds a balance in them. */
    private static final Set<String> KNOWN =
            Set.of("ars", "cny", "cop", "ils", "pen", "php", "sar", "try", "uah", "zar");

    private Currencies() {}

    private static Map<String, Terms> load() {
        Map<String, Terms> terms = new LinkedHashMap<>();
        InputStream file = Currencies.class.getResourceAsStream("currencies.txt");
        if (file == null) {
            throw new IllegalStateException("missing resource currencies.txt");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(" ", -1);
                terms.put(cells[0], terms(cells));
            });
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("currencies.txt", e);
        }
    }

    private static Terms terms(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("currencies.txt: " + cells[0] + " has " + cells.length + " cells");
        }
        boolean word = cells[1].equalsIgnoreCase(cells[0]);
        long step = Long.parseLong(cells[3]);
        return new Terms(
                word ? cells[1] + " " : cells[1],
                Integer.parseInt(cells[2]),
                step,
                Math.max(step, Long.parseLong(cells[4])),
                BigDecimal.TEN.pow(Integer.parseInt(cells[5])).longValueExact() - 1,
                Long.parseLong(cells[6]),
                Long.parseLong(cells[7]),
                Long.parseLong(cells[8]),
                Long.parseLong(cells[9]));
    }

    public static Optional<Terms> find(String currency) {
        return Optional.ofNullable(TERMS.get(currency));
    }

    public static Terms get(String currency) {
        return find(currency).orElseThrow(() -> new IllegalStateException("no balance in " + currency));
    }

    /** The codes of all, in the order of the table. */
    public static List<String> codes() {
        return List.copyOf(TERMS.keySet());
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
