package dev.quittance.stripe.testhost;

/** The process ends here. What is durable stays; a test goes on with a new object graph. */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimulatedCrash(String where) {
        super(where);
    }
}
