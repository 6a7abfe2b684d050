package dev.quittance.stripe.webhook;

/** An event could not be judged because something else is down: it says nothing about the event, which is tried again for days. */
public abstract class PassingTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something is down.
     *
     * @param reason what, without content
     */
    protected PassingTrouble(String reason) {
        super(reason);
    }
}
