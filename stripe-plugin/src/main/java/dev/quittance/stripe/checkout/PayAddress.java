package dev.quittance.stripe.checkout;

import dev.quittance.api.screen.PublicCall;
import dev.quittance.stripe.request.PayLink;
import dev.quittance.stripe.request.PayLinks;
import java.util.List;
import java.util.Optional;

/**
 * What a public address below {@code /pay} points at. Immutable.
 *
 * @param token the secret part
 * @param link what the token stands for
 * @param isReturn whether it is where Stripe sends the customer back to
 */
record PayAddress(String token, PayLink link, boolean isReturn) {
    /** The last part of the address to which Stripe sends the customer back. */
    static final String DONE = "done";

    /** The address, or empty if there is nothing at it, whatever the reason. */
    static Optional<PayAddress> find(PublicCall call, PayLinks links) {
        List<String> path = call.path();
        boolean isReturn = path.size() == 2 && path.get(1).equals(DONE);
        if (path.isEmpty() || (path.size() > 1 && !isReturn)) {
            return Optional.empty();
        }
        return links.find(path.get(0)).map(link -> new PayAddress(path.get(0), link, isReturn));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "PayAddress[" + link.requestId() + "]";
    }
}
