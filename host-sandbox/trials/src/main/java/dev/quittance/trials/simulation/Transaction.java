package dev.quittance.trials.simulation;

import java.util.Set;
import java.util.TreeSet;

/** What a transaction has done so far, as its statements tell. */
final class Transaction {
    private static final String OPERATION = "operation";

    private final Set<String> tablesWritten = new TreeSet<>();
    private boolean open;
    private boolean insertsOperation;
    private boolean updatesOperation;

    void note(Statements.Statement statement) {
        Statements.Kind kind = statement.kind();
        Set<String> tables = statement.tables();
        open = true;
        if (kind == Statements.Kind.READING) {
            return;
        }
        tablesWritten.addAll(tables);
        insertsOperation |= kind == Statements.Kind.INSERT && tables.contains(OPERATION);
        updatesOperation |= kind == Statements.Kind.UPDATE && tables.contains(OPERATION);
    }

    /** Whether anything was done in it that is neither committed nor rolled back. */
    boolean isOpen() {
        return open;
    }

    boolean writes() {
        return !tablesWritten.isEmpty();
    }

    Set<String> tablesWritten() {
        return tablesWritten;
    }

    boolean insertsOperation() {
        return insertsOperation;
    }

    boolean updatesOperation() {
        return updatesOperation;
    }
}
