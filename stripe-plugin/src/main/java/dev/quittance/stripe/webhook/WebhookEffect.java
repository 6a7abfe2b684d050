package dev.quittance.stripe.webhook;

import org.jooq.DSLContext;

/**
 * What is to be written for an event, in the one transaction that also marks the event. Made by a {@link WebhookHandler} after it
 * has read again at Stripe.
 */
@FunctionalInterface
public interface WebhookEffect {
    /** Writes. The transaction may run again: no effect but in the database. */
    Handled write(DSLContext tx);

    /** Called after the commit, for nudges; a lost one must do no harm. */
    default void committed() {}

    /** Nothing to write but the mark. */
    static WebhookEffect only(Handled handled) {
        return tx -> handled;
    }

    /** Writes, and calls this after the commit. */
    static WebhookEffect then(WebhookEffect effect, Runnable committed) {
        return new WebhookEffect() {
            @Override
            public Handled write(DSLContext tx) {
                return effect.write(tx);
            }

            @Override
            public void committed() {
                committed.run();
            }
        };
    }
}
