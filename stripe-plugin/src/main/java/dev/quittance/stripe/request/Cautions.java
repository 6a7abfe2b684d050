package dev.quittance.stripe.request;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person is asked to confirm before a request goes out that looks like a mistake. Immutable.
 *
 * @param notices why
 * @param ticks a tick box for each that is not confirmed yet, or was
 * @param isConfirmed whether nothing keeps the request from going out
 */
record Cautions(List<Notice> notices, List<Field> ticks, boolean isConfirmed) {
    /** The right to ask for more than is left of the contract. */
    static final String OVER_REQUEST_PERMISSION = "stripe-payments.over-request";

    /**
     * Looks at settled terms.
     *
     * @param twin when the same was last asked for, if that was a short while ago
     */
    static Cautions of(Standing standing, RequestTerms terms, Optional<Instant> twin, FormValues values, Actor actor) {
        return new Collector(values, actor).look(standing, terms, twin);
    }

    /** Gathers them, one after the other. */
    private static final class Collector {
        private final FormValues values;
        private final Actor actor;
        private final List<Notice> notices = new ArrayList<>();
        private final List<Field> ticks = new ArrayList<>();
        private boolean confirmed = true;

        Collector(FormValues values, Actor actor) {
            this.values = values;
            this.actor = actor;
        }

        Cautions look(Standing standing, RequestTerms terms, Optional<Instant> twin) {
            standing.left()
                    .filter(left -> terms.amount().compareTo(left) > 0)
                    .ifPresent(left -> overRequest(terms.amount(), left));
            twin.ifPresent(this::sendAnother);
            standing.onItsWay().ifPresent(notices::add);
            return new Cautions(List.copyOf(notices), List.copyOf(ticks), confirmed);
        }

        private void overRequest(Money amount, Money left) {
            Text why = left.isPositive()
                    ? Text.of(
                            "request.over_left", "This is {0} more than what is left ({1}).", amount.minus(left), left)
                    : Text.of("request.nothing_left", "Nothing is left to request here.");
            if (actor.may(OVER_REQUEST_PERMISSION)) {
                ask(RequestFields.OVER_REQUEST, why, Text.of("request.over_left.tick", "Request it anyway"));
            } else {
                confirmed = false;
                notices.add(new Notice(Tone.WARNING, why));
                notices.add(
                        new Notice(
                                Tone.DANGER,
                                Text.of(
                                        "error.over_request_not_allowed",
                                        "You may not request more than what is left. Ask somebody in the office. Nothing was sent.")));
            }
        }

        private void sendAnother(Instant sentAt) {
            ask(
                    RequestFields.SEND_ANOTHER,
                    Text.of("request.sent_already", "You already sent this on {0}.", sentAt),
                    Text.of("request.sent_already.tick", "Send a second one"));
        }

        private void ask(String field, Text why, Text tick) {
            notices.add(new Notice(Tone.WARNING, why));
            boolean ticked = values.isOn(field);
            confirmed = confirmed && ticked;
            ticks.add(Field.of(field, FieldType.TOGGLE, tick).withValue(ticked ? "true" : ""));
        }
    }
}
