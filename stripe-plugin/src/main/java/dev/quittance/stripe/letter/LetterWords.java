package dev.quittance.stripe.letter;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;

/** The word for what became of a mail. There is none for <em>delivered</em>: no mail server vouches for that. */
public final class LetterWords {
    private LetterWords() {}

    /** The badge of a mail. */
    public static Badge badge(Letter letter) {
        boolean receipt = letter.kind().equals(Letter.RECEIPT);
        return switch (letter.state()) {
            case HANDED_OVER ->
                new Badge(
                        receipt
                                ? Text.of("letter.receipt.handed_over", "Receipt handed over")
                                : Text.of("letter.request.handed_over", "Handed over"),
                        Tone.NEUTRAL);
            case REFUSED ->
                new Badge(
                        receipt
                                ? Text.of("letter.receipt.refused", "Receipt refused")
                                : Text.of("letter.request.refused", "Refused"),
                        Tone.DANGER);
            case BOUNCED ->
                new Badge(
                        receipt
                                ? Text.of("letter.receipt.bounced", "Receipt bounced")
                                : Text.of("letter.request.bounced", "Bounced"),
                        Tone.DANGER);
        };
    }
}
