package dev.quittance.crm.document;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Text as fonts can print it. A sign that none of them has becomes a box that people see, so that nothing goes missing without a trace.
 * What has no ink is left out: it would only turn the direction of what follows, or ask for a form of a sign that paper has not.
 */
final class PrintableText {
    private static final int BOX = 0x25A1;

    private PrintableText() {}

    /** Every sign that the texts of a page need, those of joined scripts as they stand alone and joined. */
    static Set<Integer> signs(Document page) {
        Set<Integer> signs = new TreeSet<>(Set.of(BOX));
        eachText(page, text -> {
            String inked = inked(text.getWholeText());
            text.text(inked);
            inked.codePoints().forEach(signs::add);
            RightToLeft.joined(inked).codePoints().forEach(signs::add);
        });
        signs.removeIf(Character::isWhitespace);
        return signs;
    }

    /** Puts a box for each sign that cannot be printed. */
    static void clean(Document page, IntPredicate printable) {
        eachText(page, text -> text.text(clean(text.getWholeText(), printable)));
    }

    private static String clean(String text, IntPredicate printable) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        clean.appendCodePoint(Character.isWhitespace(point) || printable.test(point) ? point : BOX));
        return clean.toString();
    }

    private static String inked(String text) {
        StringBuilder inked = new StringBuilder();
        text.codePoints().filter(PrintableText::hasInk).forEach(inked::appendCodePoint);
        return inked.toString();
    }

    private static boolean hasInk(int point) {
        return Character.getType(point) != Character.FORMAT && !isVariation(point);
    }

    private static boolean isVariation(int point) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(point);
        return block == Character.UnicodeBlock.VARIATION_SELECTORS
                || block == Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT;
    }

    private interface OnText {
        void see(TextNode text);
    }

    private static void eachText(Document page, OnText next) {
        page.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof TextNode text) {
                next.see(text);
            }
        });
    }
}
