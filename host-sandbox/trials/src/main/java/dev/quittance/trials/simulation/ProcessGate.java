package dev.quittance.trials.simulation;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** The database as one process of the host sees it, with its faults, and the crashes that lie around each commit. */
final class ProcessGate implements CommitGate {
    private static final String CONNECTION_FAILURE = "08006";
    private static final String RESOLUTION_UNKNOWN = "08007";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final Services services;
    private final Lifeline life;

    ProcessGate(Services services, Lifeline life) {
        this.services = services;
        this.life = life;
    }

    @Override
    public void beforeConnection() throws SQLException {
        life.requireAlive();
        if (faults().strike(FaultKind.DATABASE_NO_CONNECTION)) {
            throw new SQLTransientConnectionException("no connection", CONNECTION_FAILURE);
        }
    }

    @Override
    public void beforeCommit(Transaction transaction) throws SQLException {
        if (!transaction.writes()) {
            return;
        }
        CrashPoint point = services.frames().current().beforeCommit(transaction);
        if (faults().crash(point)) {
            throw life.end(point);
        }
        if (faults().strike(FaultKind.DATABASE_COMMIT_FAILED)) {
            throw new SQLException("connection lost before the commit", CONNECTION_FAILURE);
        }
        if (faults().strike(FaultKind.DATABASE_CONFLICT)) {
            throw new SQLException("could not serialize access", SERIALIZATION_FAILURE);
        }
    }

    @Override
    public void afterCommit(Transaction transaction) throws SQLException {
        if (!transaction.writes()) {
            return;
        }
        CallFrame frame = services.frames().current();
        CrashPoint point = frame.afterCommit(transaction);
        frame.committed(transaction);
        services.scene().trace().step("plugin", "committed " + transaction.tablesWritten() + " in " + frame.label());
        services.jobs().wake(transaction.tablesWritten());
        if (faults().crash(point)) {
            throw life.end(point);
        }
        if (faults().strike(FaultKind.DATABASE_REPLY_LOST)) {
            throw new SQLException("connection lost after the commit", RESOLUTION_UNKNOWN);
        }
    }

    @Override
    public void reads(Set<String> tables) {
        services.frames().current().reads(tables);
    }

    @Override
    public void strayWrite(String sql) {
        services.scene().violations().add("write_outside_a_transaction", sql);
    }

    @Override
    public void requireAlive() {
        life.requireAlive();
    }

    private Faults faults() {
        return services.scene().faults();
    }
}
