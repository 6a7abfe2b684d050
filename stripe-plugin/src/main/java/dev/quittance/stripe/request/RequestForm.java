package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws the request form: as it is opened, as somebody left it, or with what is settled and to be confirmed. */
final class RequestForm {
    /** The form's id on its page. */
    static final String ID = "request-payment";

    private final Standing standing;

    RequestForm(Standing standing) {
        this.standing = standing;
    }

    /**
     * As it is opened, or shown anew while somebody fills it in: a type chosen brings that type's amounts, a percentage typed brings
     * its amount, and what was written is kept.
     */
    Form opened(FormValues given) {
        TermsReader reader = new TermsReader(standing, given, new FormProblems());
        boolean isFilledIn = given.values().containsKey(RequestFields.AMOUNT) && reader.isTouched();
        if (isFilledIn) {
            return reader.read().map(terms -> followed(terms, given)).orElseGet(() -> form(given.values(), List.of()));
        }
        RequestType type = RequestType.find(given.value(RequestFields.TYPE))
                .filter(standing.subject().types()::contains)
                .orElseGet(standing::usualType);
        Preset preset = Preset.of(type, standing);
        Map<String, String> values = new TreeMap<>();
        put(values, type, preset.percentText(), preset.amountText());
        values.put(
                RequestFields.DESCRIPTION,
                reader.writtenDescription().orElse(Descriptions.usual(type, preset.percent(), standing.subject())));
        putRecipient(values, given);
        return form(values, openingNotices(preset.amount()));
    }

    private Form followed(RequestTerms terms, FormValues given) {
        Map<String, String> values = new TreeMap<>();
        put(
                values,
                terms.type(),
                terms.percent().map(Share::format).orElse(""),
                terms.amount().toPlainDecimal());
        values.put(RequestFields.DESCRIPTION, terms.description());
        putRecipient(values, given);
        return form(values, openingNotices(Optional.of(terms.amount())));
    }

    private void putRecipient(Map<String, String> values, FormValues given) {
        values.put(RequestFields.RECIPIENT_NAME, given(given, RequestFields.RECIPIENT_NAME, clientName()));
        values.put(RequestFields.RECIPIENT_EMAIL, given(given, RequestFields.RECIPIENT_EMAIL, clientEmail()));
    }

    /** While it cannot be filled in. */
    static Form blocked(Notice why) {
        return BlockedForm.of(ID, Text.of("request.title", "Request payment"), why);
    }

    /** As somebody left it, with what is wrong. */
    Form rejected(FormValues values, FormProblems problems) {
        return form(values.values(), List.of()).answered(values, problems.byField());
    }

    /** With settled terms, and what to confirm. */
    Form settled(RequestTerms terms, Recipient recipient, Cautions cautions) {
        Map<String, String> values = new TreeMap<>();
        put(
                values,
                terms.type(),
                terms.percent().map(Share::format).orElse(""),
                terms.amount().toPlainDecimal());
        values.put(RequestFields.DESCRIPTION, terms.description());
        values.put(RequestFields.RECIPIENT_NAME, recipient.name());
        values.put(RequestFields.RECIPIENT_EMAIL, recipient.email());
        List<Notice> notices = new ArrayList<>(cautions.notices());
        notices.add(new Notice(Tone.INFO, Text.of("request.will_request", "You will request {0}.", terms.amount())));
        Form form = form(values, notices);
        for (Field tick : cautions.ticks()) {
            form = form.withField(tick);
        }
        return form;
    }

    private static void put(Map<String, String> values, RequestType type, String percent, String amount) {
        values.put(RequestFields.TYPE, type.code());
        values.put(RequestFields.PERCENT, percent);
        values.put(RequestFields.AMOUNT, amount);
        values.put(RequestFields.PRESET_TYPE, type.code());
        values.put(RequestFields.PRESET_PERCENT, percent);
        values.put(RequestFields.PRESET_AMOUNT, amount);
    }

    private Form form(Map<String, String> values, List<Notice> notices) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of(RequestFields.TYPE, FieldType.CHOICE, Text.of("request.type", "Type"))
                .withChoices(choices())
                .asRequired());
        if (standing.contract().isPresent()) {
            fields.add(Field.of(
                            RequestFields.PERCENT,
                            FieldType.PERCENT,
                            Text.of("request.percent", "Percentage of the contract"))
                    .withHelp(Text.of("request.percent.help", "The amount follows from it.")));
        }
        fields.add(Field.money(RequestFields.AMOUNT, Text.of("request.amount", "Amount"), standing.currency())
                .withHelp(balanceLine()));
        fields.add(Field.of(RequestFields.DESCRIPTION, FieldType.TEXT, Text.of("request.description", "Description"))
                .withHelp(Text.of("request.description.help", "Your customer reads this.")));
        fields.add(
                Field.of(RequestFields.RECIPIENT_NAME, FieldType.TEXT, Text.of("request.recipient_name", "Recipient")));
        fields.add(Field.of(
                        RequestFields.RECIPIENT_EMAIL,
                        FieldType.EMAIL,
                        Text.of("request.recipient_email", "Recipient’s e-mail"))
                .asRequired());
        for (String hidden :
                List.of(RequestFields.PRESET_TYPE, RequestFields.PRESET_PERCENT, RequestFields.PRESET_AMOUNT)) {
            fields.add(Field.of(hidden, FieldType.HIDDEN, Text.plain("")));
        }
        return new Form(
                        ID,
                        Text.of("request.title", "Request payment"),
                        notices,
                        fields,
                        Text.of("request.submit", "Send request"))
                .answered(new FormValues(values), Map.of());
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (RequestType type : standing.subject().types()) {
            choices.add(new Choice(
                    type.code(),
                    RequestWords.type(type, standing.subject().record()),
                    hint(Preset.of(type, standing))));
        }
        return choices;
    }

    private static Text hint(Preset preset) {
        Optional<Money> amount = preset.amount();
        if (amount.isEmpty()) {
            return Text.plain("");
        }
        return preset.percent()
                .map(points -> Text.of("request.type.hint", "{0}% · {1}", Share.format(points), amount.get()))
                .orElseGet(() -> Text.of("request.type.hint_amount", "{0}", amount.get()));
    }

    private Text balanceLine() {
        return standing.left()
                .flatMap(left -> standing.subject()
                        .total()
                        .map(total -> Text.of("request.balance", "{0} left to request of {1}.", left, total)))
                .orElseGet(() -> Text.of("request.no_contract", "This project has no contract total."));
    }

    private List<Notice> openingNotices(Optional<Money> amount) {
        List<Notice> notices = new ArrayList<>();
        standing.onItsWay().ifPresent(notices::add);
        if (standing.left().filter(left -> !left.isPositive()).isPresent()) {
            notices.add(new Notice(Tone.WARNING, Text.of("request.nothing_left", "Nothing is left to request here.")));
        }
        if (standing.subject().total().isEmpty()) {
            notices.add(
                    new Notice(
                            Tone.INFO,
                            Text.of(
                                    "request.no_contract.notice",
                                    "This project has no contract total, so percentages and what is left cannot be worked out.")));
        }
        if (clientEmail().isEmpty()) {
            notices.add(new Notice(
                    Tone.WARNING,
                    Text.of(
                            "request.no_email",
                            "This client has no e-mail address. Enter the one to send the request to.")));
        }
        amount.ifPresent(money ->
                notices.add(new Notice(Tone.INFO, Text.of("request.will_request", "You will request {0}.", money))));
        return notices;
    }

    private String clientName() {
        return standing.client().map(ClientView::name).orElse("");
    }

    private String clientEmail() {
        return standing.client().flatMap(ClientView::email).orElse("");
    }

    private static String given(FormValues given, String field, String otherwise) {
        return given.values().containsKey(field) ? given.value(field) : otherwise;
    }
}
