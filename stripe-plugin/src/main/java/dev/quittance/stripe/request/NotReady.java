package dev.quittance.stripe.request;

import dev.quittance.api.record.OrgView;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.ConnectionState;
import java.util.Optional;

/**
 * Why an organisation's customers cannot pay by Stripe now, in the words of every page that says so. Immutable.
 *
 * @param code the reason's stable code: {@code not_connected}, {@code key_refused}, {@code charges_off}
 * @param reason what is the matter
 * @param org whose it is
 */
record NotReady(String code, Text reason, OrgView org) {
    static final String NOT_CONNECTED = "not_connected";
    static final String KEY_REFUSED = "key_refused";
    static final String CHARGES_OFF = "charges_off";

    /** What keeps this organisation's customers from paying through the connection it uses; empty if nothing does. */
    static Optional<NotReady> find(OrgView org, Optional<Connection> live) {
        if (live.isEmpty()) {
            return Optional.of(new NotReady(
                    NOT_CONNECTED,
                    Text.of("not_ready.not_connected", "Stripe is not connected, so customers cannot pay."),
                    org));
        }
        if (live.get().canCharge()) {
            return Optional.empty();
        }
        return Optional.of(
                live.get().state() == ConnectionState.CONNECTED
                        ? new NotReady(
                                CHARGES_OFF,
                                Text.of(
                                        "not_ready.charges_off",
                                        "Stripe does not let this account take payments yet, so customers cannot pay."),
                                org)
                        : new NotReady(
                                KEY_REFUSED,
                                Text.of(
                                        "not_ready.key_refused",
                                        "Stripe no longer takes the key that is kept here, so customers cannot pay."),
                                org));
    }

    /** Who can mend it, by name as far as the host tells. */
    Text whoHelps() {
        return names().map(names -> Text.of("not_ready.who", "{0} can set this up.", names))
                .orElseGet(() -> Text.of("not_ready.who_admin", "An administrator can set this up."));
    }

    /** What somebody is told who tried all the same. */
    Text refusal() {
        return names().map(names -> Text.of(
                        "error.not_connected.ask",
                        "Stripe is not ready to take payments. Ask {0} to look at the payment settings. Nothing was sent.",
                        names))
                .orElseGet(
                        () -> Text.of(
                                "error.not_connected",
                                "Stripe is not ready to take payments. Ask an administrator to look at the payment settings. Nothing was sent."));
    }

    /** The words on the button that asks them. */
    Text ask() {
        return names().map(names -> Text.of("not_ready.ask", "Ask {0}", names))
                .orElseGet(() -> Text.of("not_ready.ask_admin", "Ask an administrator"));
    }

    /** What the asker is told then. */
    Text told() {
        return names().map(names -> Text.of("not_ready.told", "We told {0}.", names))
                .orElseGet(() -> Text.of("not_ready.told_admin", "We told the administrators."));
    }

    private Optional<String> names() {
        return org.adminNames().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", org.adminNames()));
    }
}
