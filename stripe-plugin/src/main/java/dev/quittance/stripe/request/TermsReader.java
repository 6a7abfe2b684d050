package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Makes terms of the answers. A percentage is a way to type an amount: where both were filled in, the one that was changed from
 * what the form showed counts; where that does not settle it, the person is asked. One reader for each submission.
 */
final class TermsReader {
    private static final int MAX_DESCRIPTION_LENGTH = 200;

    private final Standing standing;
    private final FormValues values;
    private final FormProblems problems;
    private final AmountReader amounts;

    TermsReader(Standing standing, FormValues values, FormProblems problems) {
        this.standing = standing;
        this.values = values;
        this.problems = problems;
        this.amounts = new AmountReader(standing, problems);
    }

    /** The terms; empty if something is wrong, which is then among the problems. */
    Optional<RequestTerms> read() {
        Optional<RequestType> type = RequestType.find(values.value(RequestFields.TYPE))
                .filter(standing.subject().types()::contains);
        if (type.isEmpty()) {
            problems.add(RequestFields.TYPE, Text.of("error.type_unknown", "Choose what the payment is for."));
            return Optional.empty();
        }
        Optional<Asked> asked = asked(type.get());
        Optional<String> description = asked.flatMap(a -> description(type.get(), a.percent()));
        return asked.flatMap(
                a -> description.map(words -> new RequestTerms(type.get(), a.percent(), a.amount(), words)));
    }

    /** Whether somebody has typed an amount or a percentage of their own. */
    boolean isTouched() {
        return isChanged(RequestFields.PERCENT, RequestFields.PRESET_PERCENT)
                || isChanged(RequestFields.AMOUNT, RequestFields.PRESET_AMOUNT);
    }

    /** The description that somebody wrote; empty while it is the one that the form made. */
    Optional<String> writtenDescription() {
        String typed = values.value(RequestFields.DESCRIPTION);
        return typed.isEmpty() || typed.equals(shownDescription()) ? Optional.empty() : Optional.of(typed);
    }

    private boolean isChanged(String field, String presetField) {
        return !same(values.value(field), shown(presetField));
    }

    /** An amount, with the share that gave it. */
    private record Asked(Optional<BigDecimal> percent, Money amount) {}

    private Optional<Asked> asked(RequestType type) {
        String percent = values.value(RequestFields.PERCENT);
        String amount = values.value(RequestFields.AMOUNT);
        boolean percentChanged = isChanged(RequestFields.PERCENT, RequestFields.PRESET_PERCENT);
        boolean amountChanged = isChanged(RequestFields.AMOUNT, RequestFields.PRESET_AMOUNT);
        if (!percentChanged && !amountChanged && typeChanged(type)) {
            Preset preset = Preset.of(type, standing);
            if (preset.amount().isPresent()) {
                return preset.amount().map(money -> new Asked(preset.percent(), money));
            }
        }
        if (percent.isEmpty()) {
            return amounts.readAmount(amount).map(money -> new Asked(Optional.empty(), money));
        }
        if (amountChanged && !percentChanged) {
            return amounts.readAmount(amount).map(money -> new Asked(shareIfExact(percent, money), money));
        }
        if (amount.isEmpty() || (percentChanged && !amountChanged)) {
            return amounts.readPercent(percent).map(money -> new Asked(Share.parse(percent), money));
        }
        return both(percent, amount);
    }

    private Optional<Asked> both(String percent, String amount) {
        Optional<Money> byPercent = amounts.readPercent(percent);
        Optional<Money> typed = amounts.readAmount(amount);
        if (byPercent.isEmpty() || typed.isEmpty()) {
            return Optional.empty();
        }
        if (byPercent.get().equals(typed.get())) {
            return Optional.of(new Asked(Share.parse(percent), typed.get()));
        }
        Text problem = Text.of(
                "error.amount_and_percent_differ",
                "{0} % of the contract is {1}, but the amount says {2}. Clear the one you do not mean.",
                percent,
                byPercent.get(),
                typed.get());
        problems.add(RequestFields.AMOUNT, problem);
        problems.add(RequestFields.PERCENT, problem);
        return Optional.empty();
    }

    private Optional<BigDecimal> shareIfExact(String percent, Money amount) {
        return Share.parse(percent)
                .filter(points -> standing.contract()
                        .map(total -> total.percent(points).equals(amount))
                        .orElse(false));
    }

    private Optional<String> description(RequestType type, Optional<BigDecimal> percent) {
        Optional<String> written = writtenDescription();
        if (written.isEmpty()) {
            return Optional.of(Descriptions.usual(type, percent, standing.subject()));
        }
        String typed = written.get();
        if (typed.length() > MAX_DESCRIPTION_LENGTH) {
            problems.add(
                    RequestFields.DESCRIPTION,
                    Text.of(
                            "error.description_too_long",
                            "Keep the description to {0} characters.",
                            Long.valueOf(MAX_DESCRIPTION_LENGTH)));
            return Optional.empty();
        }
        if (typed.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(
                    RequestFields.DESCRIPTION,
                    Text.of("error.description_not_one_line", "Keep the description to one line."));
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    /** What the form's description field held at first: it follows type and percentage until somebody edits it. */
    private String shownDescription() {
        RequestType type = RequestType.find(shown(RequestFields.PRESET_TYPE)).orElseGet(standing::usualType);
        return Descriptions.usual(type, Share.parse(shown(RequestFields.PRESET_PERCENT)), standing.subject());
    }

    private boolean typeChanged(RequestType type) {
        return !shown(RequestFields.PRESET_TYPE).equals(type.code());
    }

    /** What the form showed at first, as it says itself, else as it must have been. */
    private String shown(String presetField) {
        if (values.values().containsKey(presetField)) {
            return values.value(presetField);
        }
        Preset usual = Preset.of(standing.usualType(), standing);
        return switch (presetField) {
            case RequestFields.PRESET_TYPE -> usual.type().code();
            case RequestFields.PRESET_PERCENT -> usual.percentText();
            default -> usual.amountText();
        };
    }

    private boolean same(String one, String other) {
        return one.equals(other)
                || (Share.isNumber(one)
                        && Share.isNumber(other)
                        && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0);
    }
}
