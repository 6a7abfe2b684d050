package dev.quittance.trials.simulation;

import java.sql.SQLException;
import java.util.Set;

/** Decides over connections and commits: here the database fails, and here the process dies. */
interface CommitGate {
    /** Called before a connection is handed out. */
    void beforeConnection() throws SQLException;

    /** Called before a commit; what it throws undoes the transaction. */
    void beforeCommit(Transaction transaction) throws SQLException;

    /** Called when everything is stored; what it throws hides that. */
    void afterCommit(Transaction transaction) throws SQLException;

    /** Called for a statement that only reads. */
    void reads(Set<String> tables);

    /** Called for a statement that changes something outside a transaction. */
    void strayWrite(String sql);

    /** Throws if the process is dead. */
    void requireAlive();
}
