package dev.quittance.platform.render;

import java.util.List;

/**
 * A mail ready to write: the model of its template.
 *
 * @param subject its one line
 * @param business in whose name
 * @param blocks its parts, without forms and lists; addresses are absolute
 * @param words the platform's own words for the reader
 */
public record MailView(String subject, String business, List<BlockView> blocks, Words words) {
    /** Copies the blocks. */
    public MailView {
        blocks = List.copyOf(blocks);
    }

    /** The same as text: a paragraph for each part, addresses in full. */
    public String text() {
        StringBuilder text = new StringBuilder(business);
        for (BlockView block : blocks) {
            String paragraph = paragraph(block);
            if (!paragraph.isBlank()) {
                text.append("\n\n").append(paragraph);
            }
        }
        return text.append('\n').toString();
    }

    private static String paragraph(BlockView block) {
        if (block instanceof BlockView.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof BlockView.Amount amount) {
            return amount.amount() + "  " + amount.caption();
        }
        if (block instanceof BlockView.Callout callout) {
            return callout.callout().text();
        }
        if (block instanceof BlockView.Button button) {
            return button.label() + ":\n" + button.href();
        }
        return block instanceof BlockView.Facts facts ? facts(facts.facts()) : "";
    }

    private static String facts(List<FactView> facts) {
        StringBuilder lines = new StringBuilder();
        for (FactView fact : facts) {
            CellView value = fact.value();
            String link = value.href().isEmpty() ? "" : " " + value.href();
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(fact.label())
                    .append(": ")
                    .append(value.text())
                    .append(link);
        }
        return lines.toString();
    }
}
