package dev.quittance.stripe.hold;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.installation.Hold;
import dev.quittance.stripe.installation.Installations;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** Says on records that money is held: to an admin where to answer, to others who does. Nothing while nothing is held. */
@Extension
public final class HoldPanel implements RecordPanel {
    private static final String VIEW = "stripe-payments.view";
    private static final String SETTINGS = "stripe-payments.settings";

    private final Installations installations;

    /** The panel over these. */
    public HoldPanel(Installations installations) {
        this.installations = installations;
    }

    @Override
    public String id() {
        return "hold";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public String permission() {
        return VIEW;
    }

    @Override
    public List<Block> blocks(RecordRef record, Actor actor) {
        return actor.may(VIEW)
                ? installations
                        .findHold(actor.org())
                        .map(hold -> words(hold, actor))
                        .orElseGet(List::of)
                : List.of();
    }

    /** It has no forms: the answer is given on a page of its own. */
    @Override
    public ActionResult submit(RecordRef record, String formId, Submission submission, Actor actor) {
        return ActionResult.absent();
    }

    private static List<Block> words(Hold hold, Actor actor) {
        return actor.may(SETTINGS)
                ? List.of(
                        Block.callout(Tone.DANGER, HoldWords.noticed(hold)),
                        Block.button(Text.of("hold.answer", "Say what this is"), Target.page("health")))
                : List.of(Block.callout(Tone.WARNING, HoldWords.forOthers()));
    }
}
