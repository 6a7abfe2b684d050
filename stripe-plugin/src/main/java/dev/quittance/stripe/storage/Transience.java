package dev.quittance.stripe.storage;

import java.util.Set;

/** Which refusals of a database mean "somebody else was first": the same work may succeed when it runs again. */
final class Transience {
    /** Serialization failure, and PostgreSQL's deadlock and lock time limit. */
    private static final Set<String> EVERYWHERE = Set.of("40001", "40P01", "55P03");

    /**
     * H2's lock time limit, its concurrent update, and a duplicate key: H2 reports a key that a parallel transaction has just
     * inserted even where the statement says to do nothing on conflict. A true duplicate fails again and surfaces then.
     */
    private static final Set<String> H2_ONLY = Set.of("HYT00", "90131", "23505");

    private final boolean h2;

    Transience(boolean h2) {
        this.h2 = h2;
    }

    boolean worthAnotherTry(String sqlState) {
        return EVERYWHERE.contains(sqlState) || (h2 && H2_ONLY.contains(sqlState));
    }
}
