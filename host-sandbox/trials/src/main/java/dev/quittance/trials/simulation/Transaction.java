package dev.quittance.trials.simulation;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a transaction has done so far, as its statements tell. */
final class Transaction {
    private static final Pattern WRITE = Pattern.compile("\\s*(insert|update|delete|merge)\\b.*", Pattern.DOTALL);
    private static final Pattern INSERT_OPERATION =
            Pattern.compile("\\s*insert\\s+into\\s+operation\\b.*", Pattern.DOTALL);
    private static final Pattern UPDATE_OPERATION = Pattern.compile("\\s*update\\s+operation\\b.*", Pattern.DOTALL);

    private boolean open;
    private boolean writes;
    private boolean insertsOperation;
    private boolean updatesOperation;

    static boolean isWrite(String sql) {
        return WRITE.matcher(sql.toLowerCase(Locale.ROOT)).matches();
    }

    void note(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        open = true;
        writes |= WRITE.matcher(lower).matches();
        insertsOperation |= INSERT_OPERATION.matcher(lower).matches();
        updatesOperation |= UPDATE_OPERATION.matcher(lower).matches();
    }

    /** Whether anything was done in it that is neither committed nor rolled back. */
    boolean isOpen() {
        return open;
    }

    boolean writes() {
        return writes;
    }

    boolean insertsOperation() {
        return insertsOperation;
    }

    boolean updatesOperation() {
        return updatesOperation;
    }
}
