package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.crm.books.Figures;
import dev.quittance.crm.identity.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a record stands, as people read it.
 *
 * @param facts amounts with their names
 * @param bar parts of a whole of a hundred; empty where there is no whole
 * @param words the same as the bar in words; empty where there is no bar
 */
public record FiguresView(List<Fact> facts, List<Part> bar, String words) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * An amount.
     *
     * @param label its name
     * @param value formatted
     */
    public record Fact(String label, String value) {}

    /**
     * A part of the bar.
     *
     * @param kind what it stands for, as the style sheet names it
     * @param from where it begins, from 0 to 100
     * @param width how long it is
     */
    public record Part(String kind, String from, String width) {}

    /** Copies the lists. */
    public FiguresView {
        facts = List.copyOf(facts);
        bar = List.copyOf(bar);
    }

    static FiguresView of(Figures figures, Organisation reader) {
        List<Fact> facts = new ArrayList<>();
        figures.total().ifPresent(total -> facts.add(fact("Total", total, reader)));
        facts.add(fact("Paid", figures.paid(), reader));
        addIfAny(facts, "Refunded", figures.refunded(), reader);
        facts.add(fact("Processing", figures.processing(), reader));
        facts.add(fact("Requested", figures.requested(), reader));
        figures.left().ifPresent(left -> facts.add(fact("Left", left, reader)));
        addIfAny(facts, "Overpaid", figures.overpaid(), reader);
        figures.otherPaid().forEach(other -> facts.add(fact("Also paid", other, reader)));
        Money total = figures.total().orElse(Money.zero(figures.paid().currency()));
        if (!total.isPositive()) {
            return new FiguresView(facts, List.of(), "");
        }
        return new FiguresView(facts, bar(figures, total), words(figures, total, reader));
    }

    private static String words(Figures figures, Money total, Organisation reader) {
        StringBuilder words = new StringBuilder("Of " + Formats.money(total, reader) + ": ");
        words.append(Formats.money(figures.paid(), reader)).append(" paid");
        addWords(words, figures.refunded(), " refunded", reader);
        addWords(words, figures.processing(), " on its way", reader);
        addWords(words, figures.requested(), " requested", reader);
        figures.left().ifPresent(left -> addWords(words, left, " left", reader));
        return words.toString();
    }

    private static void addWords(StringBuilder words, Money money, String what, Organisation reader) {
        if (money.isPositive()) {
            words.append(", ").append(Formats.money(money, reader)).append(what);
        }
    }

    private static List<Part> bar(Figures figures, Money total) {
        List<Part> parts = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        from = part(parts, "paid", from, figures.paid(), total);
        from = part(parts, "refunded", from, figures.refunded(), total);
        from = part(parts, "processing", from, figures.processing(), total);
        part(parts, "requested", from, figures.requested(), total);
        return parts;
    }

    private static BigDecimal part(List<Part> parts, String kind, BigDecimal from, Money money, Money total) {
        BigDecimal share = BigDecimal.valueOf(money.minor())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total.minor()), 2, RoundingMode.HALF_UP);
        BigDecimal width = share.min(HUNDRED.subtract(from)).max(BigDecimal.ZERO);
        if (width.signum() > 0) {
            parts.add(new Part(kind, from.toPlainString(), width.toPlainString()));
        }
        return from.add(width);
    }

    private static void addIfAny(List<Fact> facts, String label, Money money, Organisation reader) {
        if (money.isPositive()) {
            facts.add(fact(label, money, reader));
        }
    }

    private static Fact fact(String label, Money money, Organisation reader) {
        return new Fact(label, Formats.money(money, reader));
    }
}
