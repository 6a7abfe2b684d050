package dev.sample;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.*;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class NotePanel implements RecordPanel {
    private final Notes notes;

    NotePanel(Notes notes) { this.notes = notes; }

    @Override public String id() { return "hint"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public String permission() { return "sample.write"; }

    @Override
    public List<Block> blocks(RecordRef record, Actor actor) {
        notes.write(actor.org().value(), "panel asked " + record.id() + " " + actor.userId());
        return record.id().equals("quiet") ? List.of()
                : List.of(Block.callout(Tone.INFO, Text.plain("Nothing <asked> for yet")), Block.ask(form()));
    }

    private static Form form() {
        return new Form("ask", Text.plain("Ask now"), List.of(),
                List.of(Field.of("what", FieldType.TEXT, Text.plain("What")), Field.money("amount", Text.plain("Amount"), "EUR")), Text.plain("Ask"));
    }

    @Override
    public ActionResult submit(RecordRef record, String formId, Submission submission, Actor actor) {
        String what = submission.values().value("what");
        if (what.equals("again")) {
            return ActionResult.again(form().answered(submission.values(), Map.of("what", Text.plain("Something else, please"))));
        }
        if (what.equals("refuse")) {
            return ActionResult.refused(new ErrorCode("not_now", ErrorType.USER), Text.plain("Nothing was sent."));
        }
        boolean first = notes.put(submission.key(), actor.org().value(), "panel did " + formId + " " + record.id() + " " + what);
        return ActionResult.done(Text.plain(first ? "Asked." : "Asked before."));
    }
}
