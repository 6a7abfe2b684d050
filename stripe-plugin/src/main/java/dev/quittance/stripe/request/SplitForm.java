package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
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

/** Draws the split form, with a row for each payer. Needs no script: another number of payers is another drawing of the form. */
final class SplitForm {
    static final String ID = "split-payment";

    private final Standing standing;

    SplitForm(Standing standing) {
        this.standing = standing;
    }

    /** While it cannot be filled in. */
    static Form blocked(Notice why) {
        return BlockedForm.of(ID, title(), why);
    }

    private static Text title() {
        return Text.of("split.title", "Split payment");
    }

    /** As it is opened, or drawn anew for another total or number of payers: shares follow those, unless somebody typed them. */
    Form opened(FormValues given) {
        int payers = SplitReader.payers(given).orElse(SplitFields.MIN_PAYERS);
        String total = first(given, SplitFields.TOTAL, SplitFields.SHOWN_TOTAL, usualTotal());
        Map<String, String> values = new TreeMap<>();
        values.put(SplitFields.TOTAL, total);
        for (int payer = 1; payer <= payers; payer++) {
            boolean isClient = payer == 1;
            values.put(
                    SplitFields.name(payer), first(given, SplitFields.name(payer), "", isClient ? clientName() : ""));
            values.put(
                    SplitFields.email(payer),
                    first(given, SplitFields.email(payer), "", isClient ? clientEmail() : ""));
        }
        putShares(values, given, payers);
        List<Notice> notices = new ArrayList<>();
        if (standing.left().filter(left -> !left.isPositive()).isPresent()) {
            notices.add(new Notice(Tone.WARNING, Text.of("request.nothing_left", "Nothing is left to request here.")));
        }
        return form(payers, values, notices);
    }

    /** As somebody left it, with what is wrong. */
    Form rejected(FormValues values, FormProblems problems) {
        int payers = SplitReader.payers(values).orElse(SplitFields.MIN_PAYERS);
        Map<String, String> kept = new TreeMap<>(values.values());
        return form(payers, kept, List.of()).answered(new FormValues(withShown(kept, payers)), problems.byField());
    }

    /** With settled terms, and what to confirm. */
    Form settled(SplitTerms terms, Cautions cautions) {
        Map<String, String> values = new TreeMap<>();
        values.put(SplitFields.TOTAL, terms.total().toPlainDecimal());
        for (int payer = 1; payer <= terms.parts().size(); payer++) {
            SplitTerms.Part part = terms.parts().get(payer - 1);
            values.put(SplitFields.name(payer), part.recipient().name());
            values.put(SplitFields.email(payer), part.recipient().email());
            values.put(SplitFields.share(payer), part.share().toPlainDecimal());
        }
        Form form = form(terms.parts().size(), values, cautions.notices());
        for (Field tick : cautions.ticks()) {
            form = form.withField(tick);
        }
        return form;
    }

    private void putShares(Map<String, String> values, FormValues given, int payers) {
        String total = values.getOrDefault(SplitFields.TOTAL, "");
        boolean isSameSplit = given.value(SplitFields.SHOWN_PAYERS).equals(Integer.toString(payers))
                && given.value(SplitFields.SHOWN_TOTAL).equals(total)
                && given.values().containsKey(SplitFields.share(1));
        List<Money> even = isSameSplit ? List.of() : even(total, payers);
        for (int payer = 1; payer <= payers; payer++) {
            String share = even.isEmpty()
                    ? given.value(SplitFields.share(payer))
                    : even.get(payer - 1).toPlainDecimal();
            values.put(SplitFields.share(payer), share);
        }
    }

    private List<Money> even(String total, int payers) {
        try {
            Money amount = Money.parse(total, standing.currency());
            return amount.isPositive() ? amount.split(payers) : List.of();
        } catch (MoneyException e) {
            return List.of();
        }
    }

    private Form form(int payers, Map<String, String> values, List<Notice> notices) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.money(SplitFields.TOTAL, Text.of("split.total", "Total to split"), standing.currency())
                .withHelp(leftLine())
                .asRequired());
        fields.add(Field.of(SplitFields.PAYERS, FieldType.CHOICE, Text.of("split.payers", "Number of payers"))
                .withChoices(choices())
                .asRequired());
        for (int payer = 1; payer <= payers; payer++) {
            fields.add(Field.of(
                    SplitFields.name(payer), FieldType.TEXT, Text.of("split.payer_name", "Payer {0}: name", payer)));
            fields.add(Field.of(
                    SplitFields.email(payer),
                    FieldType.EMAIL,
                    Text.of("split.payer_email", "Payer {0}: e-mail", payer)));
            fields.add(Field.money(
                    SplitFields.share(payer),
                    Text.of("split.payer_share", "Payer {0}: share", payer),
                    standing.currency()));
        }
        fields.add(Field.of(SplitFields.SHOWN_PAYERS, FieldType.HIDDEN, Text.plain("")));
        fields.add(Field.of(SplitFields.SHOWN_TOTAL, FieldType.HIDDEN, Text.plain("")));
        return new Form(ID, title(), notices, fields, Text.of("split.submit", "Send {0} requests", payers))
                .answered(new FormValues(withShown(values, payers)), Map.of());
    }

    private static Map<String, String> withShown(Map<String, String> values, int payers) {
        Map<String, String> shown = new TreeMap<>(values);
        shown.put(SplitFields.PAYERS, Integer.toString(payers));
        shown.put(SplitFields.SHOWN_PAYERS, Integer.toString(payers));
        shown.put(SplitFields.SHOWN_TOTAL, values.getOrDefault(SplitFields.TOTAL, ""));
        return shown;
    }

    private static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int payers = SplitFields.MIN_PAYERS; payers <= SplitFields.MAX_PAYERS; payers++) {
            choices.add(new Choice(
                    Integer.toString(payers), Text.of("split.payers.choice", "{0} payers", payers), Text.plain("")));
        }
        return choices;
    }

    private Text leftLine() {
        return standing.left()
                .map(left -> Text.of("split.left", "{0} left to request.", left))
                .orElseGet(() -> Text.plain(""));
    }

    private String usualTotal() {
        return standing.left()
                .filter(Money::isPositive)
                .map(Money::toPlainDecimal)
                .orElse("");
    }

    private String clientName() {
        return standing.client().map(ClientView::name).orElse("");
    }

    private String clientEmail() {
        return standing.client().flatMap(ClientView::email).orElse("");
    }

    private static String first(FormValues given, String field, String shown, String otherwise) {
        return Optional.ofNullable(given.values().get(field))
                .or(() -> Optional.ofNullable(given.values().get(shown)))
                .map(String::strip)
                .orElse(otherwise);
    }
}
