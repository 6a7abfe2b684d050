package dev.quittance.crm.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of the mail that brings an invoice.
 *
 * @param paper the invoice
 * @param greeting to whom
 * @param sentences what it says, in order
 * @param contact where to ask; empty if nothing is known
 */
public record InvoiceLetter(InvoicePaper paper, String greeting, List<String> sentences, String contact) {
    /** From here to {@link #END} a text goes its own way, whatever is in it. */
    private static final char ISOLATE = '\u2068';

    private static final char END = '\u2069';

    /** Copies the list. */
    public InvoiceLetter {
        sentences = List.copyOf(sentences);
    }

    /** The words for this invoice. */
    public static InvoiceLetter of(InvoicePaper paper) {
        Words words = paper.words();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                words.say("mailIntro", paper.name(), paper.business().name(), value(paper.sums(), words.say("total"))));
        String due = value(paper.facts(), words.say("due"));
        if (!due.isEmpty() && paper.link().isPresent()) {
            sentences.add(words.say("mailDue", due));
        }
        sentences.add(words.say("mailAttached"));
        return new InvoiceLetter(
                paper, words.say("mailGreeting", isolated(paper.customer())), sentences, contact(paper));
    }

    /** Where to ask about this invoice; empty if nothing is known. */
    public static String contact(InvoicePaper paper) {
        InvoicePaper.Business business = paper.business();
        if (business.email().isEmpty()) {
            return "";
        }
        return business.phone().isEmpty()
                ? paper.words().say("questionsMail", business.email())
                : paper.words().say("questions", business.email(), business.phone());
    }

    /** The mail as plain text. */
    static String text(InvoicePaper paper) {
        InvoiceLetter letter = of(paper);
        StringBuilder text = new StringBuilder(letter.greeting()).append("\n\n");
        letter.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n');
        for (InvoicePaper.Line line : paper.lines()) {
            text.append(isolated(line.description()))
                    .append("  ")
                    .append(line.quantity())
                    .append(" × ")
                    .append(line.unitPrice())
                    .append(" = ")
                    .append(line.gross())
                    .append('\n');
        }
        paper.sums()
                .forEach(sum -> text.append(sum.label())
                        .append(": ")
                        .append(sum.value())
                        .append('\n'));
        paper.link()
                .ifPresent(link -> text.append('\n')
                        .append(paper.words().say("mailLink"))
                        .append('\n')
                        .append(link.address())
                        .append('\n'));
        return text.append('\n')
                .append(letter.contact())
                .append('\n')
                .append(paper.business().name())
                .append('\n')
                .toString();
    }

    private static String isolated(String text) {
        return ISOLATE + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ") + END;
    }

    private static String value(List<InvoicePaper.Fact> facts, String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label))
                .map(InvoicePaper.Fact::value)
                .findFirst()
                .orElse("");
    }
}
