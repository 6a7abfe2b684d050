package dev.quittance.stripe.health;

import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationEffect;
import dev.quittance.stripe.operation.SideCall;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of a test event mean nothing for anything else. Thread-safe. */
public final class TestEffect implements SideCall {
    private static final Logger LOG = LoggerFactory.getLogger(TestEffect.class);

    private final String kind;

    private TestEffect(String kind) {
        this.kind = kind;
    }

    /** One for each call. */
    public static List<OperationEffect> both() {
        return List.of(new TestEffect(TestEvents.MADE), new TestEffect(TestEvents.CLOSED));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        LOG.debug("{} is done", kind);
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        LOG.info("{} ended: {}", kind, operation.errorCode());
    }
}
