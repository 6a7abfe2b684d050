package dev.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.*;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class IllPanel implements RecordPanel {
    @Override public String id() { return "ill"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public String permission() { return "sample.view"; }
    @Override public List<Block> blocks(RecordRef record, Actor actor) {
        if (record.id().equals("ill")) {
            throw new IllegalStateException("panel detail");
        }
        return List.of();
    }
    @Override public ActionResult submit(RecordRef record, String formId, Submission submission, Actor actor) { return ActionResult.absent(); }
}
