package dev.quittance.stripe.checkout;

import java.net.URI;
import java.util.Optional;

/**
 * What came of a click on "Pay". Immutable.
 *
 * @param kind what it is
 * @param address where to go on, if it is {@link Kind#GO}
 */
record Start(Kind kind, Optional<URI> address) {
    /** What it is. */
    enum Kind {
        /** The customer goes on to Stripe. */
        GO,
        /** There is nothing to pay here now: the page says why. */
        NOTHING_TO_PAY,
        /** The organisation cannot take payments now. */
        NOT_READY,
        /** Stripe could not be reached, or has not answered: nothing was charged, and the same click helps later. */
        NOT_REACHED,
        /** Stripe refused to make a session: nothing was charged, and the office must look. */
        REFUSED
    }

    static Start go(URI address) {
        return new Start(Kind.GO, Optional.of(address));
    }

    static Start of(Kind kind) {
        return new Start(kind, Optional.empty());
    }
}
