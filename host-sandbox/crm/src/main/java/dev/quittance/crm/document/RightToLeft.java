package dev.quittance.crm.document;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Scripts that are written from right to left, among others, by ICU. Immutable and thread-safe. */
final class RightToLeft implements BidiReorderer {
    private static final int JOIN = ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK;
    private static final int PART = ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.LENGTH_GROW_SHRINK;

    @Override
    public String reorderRTLTextToLTR(String text) {
        return new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT).writeReordered(Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
        return joined(text);
    }

    @Override
    public String deshapeText(String text) {
        return shaped(text, PART);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Letters of scripts that join them, each in the form that it takes between its neighbours. */
    static String joined(String text) {
        return shaped(text, JOIN);
    }

    private static String shaped(String text, int how) {
        try {
            return new ArabicShaping(how).shape(text);
        } catch (ArabicShapingException e) {
            // Letters that stand alone can be read too.
            return text;
        }
    }

    /** Where the direction changes in a paragraph. Not thread-safe. */
    static final class Splitter implements BidiSplitter {
        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi.setPara(paragraph, direction == RTL ? Bidi.RTL : Bidi.LTR, null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int number) {
            BidiRun run = bidi.getVisualRun(number);
            return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection() == Bidi.RTL ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            byte direction = Bidi.getBaseDirection(paragraph);
            return direction == Bidi.RTL ? RTL : direction == Bidi.LTR ? LTR : NEUTRAL;
        }
    }
}
