package dev.quittance.api.ui;

import dev.quittance.api.money.Money;
import java.util.List;

/**
 * A part of a page or of a mail. Plugins make them, hosts render them; a host replaces a kind it does not know by a line that
 * says so. Implementations are immutable.
 */
public sealed interface Block {
    /**
     * A paragraph.
     *
     * @param text its words
     */
    record Paragraph(Text text) implements Block {}

    /**
     * An amount, large.
     *
     * @param money the amount
     * @param caption what it is for
     */
    record Amount(Money money, Text caption) implements Block {}

    /**
     * Labels and values.
     *
     * @param facts in order
     */
    record Facts(List<Fact> facts) implements Block {
        /** Copies the facts. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A sentence that must not be overlooked.
     *
     * @param notice the sentence
     */
    record Callout(Notice notice) implements Block {}

    /**
     * A form; not in mails.
     *
     * @param form the form
     */
    record Ask(Form form) implements Block {}

    /**
     * A list; not in mails.
     *
     * @param list the list
     */
    record Listing(ListView list) implements Block {}

    /**
     * A link, shown as a button. In a mail its address stands below it in full as well.
     *
     * @param label verb and object
     * @param target where it leads
     */
    record Button(Text label, Target target) implements Block {}

    /** A paragraph. */
    static Block paragraph(Text text) {
        return new Paragraph(text);
    }

    /** Labels and values. */
    static Block facts(Fact... facts) {
        return new Facts(List.of(facts));
    }

    /** A sentence that must not be overlooked. */
    static Block callout(Tone tone, Text text) {
        return new Callout(new Notice(tone, text));
    }

    /** A form. */
    static Block ask(Form form) {
        return new Ask(form);
    }

    /** A button that is a link. */
    static Block button(Text label, Target target) {
        return new Button(label, target);
    }
}
