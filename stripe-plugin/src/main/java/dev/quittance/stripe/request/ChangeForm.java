package dev.quittance.stripe.request;

import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws the form that changes the amount of an open request. */
final class ChangeForm {
    static final String ID = "change-request";

    private final List<PaymentRequest> open;

    ChangeForm(List<PaymentRequest> open) {
        this.open = open;
    }

    /** While nothing is open. */
    static Form nothingOpen() {
        return new Form(
                ID,
                title(),
                List.of(new Notice(
                        Tone.INFO,
                        Text.of("change.nothing", "No request is open here, so there is no amount to change."))),
                List.of(),
                Text.of("change.look_again", "Look again"));
    }

    /** As it is opened, or shown again after another request was chosen. */
    Form opened(FormValues given) {
        Map<String, String> values = new TreeMap<>();
        chosen(given).ifPresent(request -> {
            values.put(OpenRequests.FIELD, request.requestId().toString());
            values.put(RequestFields.AMOUNT, request.amount().toPlainDecimal());
        });
        String typed = given.value(RequestFields.AMOUNT);
        if (!typed.isEmpty()
                && open.stream().noneMatch(one -> one.amount().toPlainDecimal().equals(typed))) {
            values.put(RequestFields.AMOUNT, typed);
        }
        return form().answered(new FormValues(values), Map.of());
    }

    /** As somebody left it, with what is wrong. */
    Form rejected(FormValues values, Map<String, Text> problems) {
        return form().answered(values, problems);
    }

    /** With what to confirm. */
    Form settled(FormValues values, Cautions cautions) {
        Form form = form();
        for (Notice notice : cautions.notices()) {
            form = form.withNotice(notice);
        }
        for (Field tick : cautions.ticks()) {
            form = form.withField(tick);
        }
        return form.answered(values, Map.of());
    }

    /** The request that was chosen, or the only one. */
    Optional<PaymentRequest> chosen(FormValues values) {
        String id = values.value(OpenRequests.FIELD);
        return id.isEmpty() && open.size() == 1
                ? Optional.of(open.get(0))
                : open.stream()
                        .filter(one -> one.requestId().toString().equals(id))
                        .findFirst();
    }

    private Form form() {
        Field amount = Field.money(
                        RequestFields.AMOUNT,
                        Text.of("change.amount", "New amount"),
                        open.get(0).amount().currency())
                .withHelp(
                        Text.of(
                                "change.amount.help",
                                "The link stays the same. Your customer gets a mail with the new amount; a page that is open at Stripe is closed first."));
        return new Form(
                ID,
                title(),
                List.of(),
                List.of(OpenRequests.field(open), amount),
                Text.of("change.submit", "Change amount"));
    }

    private static Text title() {
        return Text.of("change.title", "Change the amount of a request");
    }
}
