package dev.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.api.ui.*;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class NoteBadge implements RecordBadge {
    private final Notes notes;

    NoteBadge(Notes notes) { this.notes = notes; }

    @Override public String id() { return "noted"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public String permission() { return "sample.view"; }

    @Override
    public Map<RecordRef, Badge> badges(Set<RecordRef> records, Actor actor) {
        notes.write(actor.org().value(), "badges asked " + records.size());
        Map<RecordRef, Badge> all = new HashMap<>();
        all.put(new RecordRef("project", "unasked"), new Badge(Text.plain("x"), Tone.GOOD));
        for (RecordRef record : records) {
            if (!record.id().equals("plain")) {
                all.put(record, new Badge(Text.plain("Noted " + record.id()), new Tone(record.id().equals("odd") ? "loud" : "good")));
            }
        }
        return all;
    }
}
