package dev.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.api.ui.*;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class IllBadge implements RecordBadge {
    @Override public String id() { return "ill"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public String permission() { return "sample.view"; }
    @Override public Map<RecordRef, Badge> badges(Set<RecordRef> records, Actor actor) { throw new IllegalStateException("badge detail"); }
}
