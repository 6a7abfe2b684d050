package dev.quittance.stripe.operation;

import static dev.quittance.stripe.storage.jooq.Tables.DISCREPANCY;

import dev.quittance.stripe.testhost.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes a row for each answer, so a test sees whether answer and effect committed together, and how often. */
final class TestEffect implements OperationEffect {
    private final String kind;
    private final boolean movesMoney;
    private final boolean mayBeAbandoned;

    TestEffect(String kind, boolean movesMoney, boolean mayBeAbandoned) {
        this.kind = kind;
        this.movesMoney = movesMoney;
        this.mayBeAbandoned = mayBeAbandoned;
    }

    @Override
    public boolean mayBeAbandoned() {
        return mayBeAbandoned;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean movesMoney() {
        return movesMoney;
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        write(tx, operation);
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        write(tx, operation);
    }

    private static void write(DSLContext tx, Operation operation) {
        // The key makes a second effect of one operation fail the test by itself.
        int rows = tx.insertInto(DISCREPANCY)
                .set(DISCREPANCY.ORG_ID, operation.org().value())
                .set(
                        DISCREPANCY.DISCREPANCY_ID,
                        UUID.nameUUIDFromBytes(operation.idempotencyKey().getBytes(StandardCharsets.UTF_8)))
                .set(DISCREPANCY.DISCREPANCY_KEY, operation.operationId().toString())
                .set(DISCREPANCY.KIND, operation.state().name())
                .set(DISCREPANCY.STRIPE_OBJECT_ID, operation.stripeObjectId())
                .set(DISCREPANCY.DETAIL, "")
                .set(DISCREPANCY.STATE, "OPEN")
                .set(DISCREPANCY.FOUND_AT, TestClock.START)
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("no effect");
        }
    }
}
