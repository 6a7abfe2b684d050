package dev.quittance.stripe.request;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The requests of a record that somebody can still change or cancel, and how one of them is chosen in a form. Thread-safe. */
public final class OpenRequests {
    /** The form's field. */
    public static final String FIELD = "request";

    private final Requests requests;
    private final RequestRecords records;

    /** Of these requests. */
    public OpenRequests(Requests requests, RequestRecords records) {
        this.requests = requests;
        this.records = records;
    }

    /** Of the record and all that it pays for, oldest first; none for whoever may not request payments. */
    public List<PaymentRequest> list(RecordRef record, Actor actor) {
        return actor.may(RequestPaymentAction.PERMISSION)
                ? requests.listCancelable(actor.org(), records.listFamily(actor.org(), record))
                : List.of();
    }

    /** One of the record's by its id, whatever its state: it may have ended since it was chosen. */
    public Optional<PaymentRequest> find(RecordRef record, Actor actor, String id) {
        try {
            return requests.find(actor.org(), UUID.fromString(id))
                    .filter(one -> records.listFamily(actor.org(), record).contains(one.record()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The field in which one of them is chosen; the only one is chosen already. */
    public static Field field(List<PaymentRequest> open) {
        List<Choice> choices = open.stream().map(OpenRequests::choice).toList();
        Field field = Field.of(FIELD, FieldType.CHOICE, Text.of("cancel.which", "Which request?"))
                .asRequired()
                .withChoices(choices);
        return open.size() == 1 ? field.withValue(choices.get(0).value()) : field;
    }

    private static Choice choice(PaymentRequest request) {
        return new Choice(
                request.requestId().toString(),
                Text.of(
                        "cancel.choice",
                        "{0} from {1}",
                        request.amount(),
                        request.recipient().name()),
                Text.plain(request.description()));
    }
}
