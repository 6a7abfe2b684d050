package dev.quittance.stripe.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.ActorPrincipal;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.refund.RefundPaymentAction;
import dev.quittance.stripe.request.RequestPaymentAction;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** Who calls, and what they may. */
final class Callers {
    private Callers() {}

    /** The caller, who may see payments; for anybody else there is nothing here. */
    static Actor viewer(SecurityContext security) {
        return actor(security)
                .filter(actor -> actor.may(PaymentsList.PERMISSION))
                .orElseThrow(NotFoundException::new);
    }

    /** Refuses callers who may not see payments. */
    static void requireViewer(SecurityContext security) {
        if (actor(security).filter(actor -> actor.may(PaymentsList.PERMISSION)).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** The caller, who may ask customers for money. */
    static Actor requester(SecurityContext security) {
        Actor actor = actor(security).orElseThrow(NotFoundException::new);
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            throw Problems.of(403, "not_allowed", "You may not request payments.", "Nothing was sent.");
        }
        return actor;
    }

    /** The caller, who may give money back. */
    static Actor refunder(SecurityContext security) {
        Actor actor = viewer(security);
        if (!actor.may(RefundPaymentAction.PERMISSION)) {
            throw Problems.of(403, "not_allowed", "You may not refund payments.", "Nothing was given back.");
        }
        return actor;
    }

    private static Optional<Actor> actor(SecurityContext security) {
        return security.getUserPrincipal() instanceof ActorPrincipal known
                ? Optional.of(known.actor())
                : Optional.empty();
    }
}
