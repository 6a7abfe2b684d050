package dev.quittance.platform.screen;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.platform.extension.Declared;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.render.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The badges of a page of records: one question to each badge of a plugin for every hundred of them. Thread-safe. */
final class BadgeViews {
    private static final Logger LOG = LoggerFactory.getLogger(BadgeViews.class);

    private final PluginScreens.Parts parts;

    BadgeViews(PluginScreens.Parts parts) {
        this.parts = parts;
    }

    Map<RecordRef, List<BadgeView>> badges(Collection<RecordRef> records, Actor actor) {
        Reader reader = parts.presentation().reader(actor);
        Map<RecordRef, List<BadgeView>> all = new LinkedHashMap<>();
        for (Declared<RecordBadge> badge : parts.plugins().listDeclared(RecordBadge.class)) {
            if (actor.may(badge.permission())) {
                try {
                    add(badge, records, new Looker(actor, parts.presentation().pages(badge.plugin(), reader)), all);
                } catch (PluginFault fault) {
                    LOG.warn(
                            "badge {} of plugin {} left out, reference {}",
                            badge.id(),
                            badge.plugin().id(),
                            fault.reference());
                }
            }
        }
        return all;
    }

    private record Looker(Actor actor, Pages pages) {}

    private void add(
            Declared<RecordBadge> badge,
            Collection<RecordRef> records,
            Looker looker,
            Map<RecordRef, List<BadgeView>> all) {
        for (Set<RecordRef> chunk : chunks(badge, records)) {
            Map<RecordRef, BadgeView> found =
                    parts.calls().call(badge.plugin(), TimeLimit.PART, () -> views(badge.instance(), chunk, looker));
            found.forEach((record, view) ->
                    all.computeIfAbsent(record, first -> new ArrayList<>()).add(view));
        }
    }

    /** Only of records that were asked for. */
    private static Map<RecordRef, BadgeView> views(RecordBadge badge, Set<RecordRef> chunk, Looker looker) {
        Map<RecordRef, BadgeView> views = new LinkedHashMap<>();
        badge.badges(chunk, looker.actor()).forEach((record, one) -> {
            if (chunk.contains(record)) {
                String tone = looker.pages().callout(one.tone(), "").tone();
                views.put(record, new BadgeView(looker.pages().words().of(one.label()), tone));
            }
        });
        return views;
    }

    private static List<Set<RecordRef>> chunks(Declared<RecordBadge> badge, Collection<RecordRef> records) {
        List<Set<RecordRef>> chunks = new ArrayList<>();
        Set<RecordRef> chunk = new LinkedHashSet<>();
        for (RecordRef record : new LinkedHashSet<>(records)) {
            if (badge.objects().contains(record.object())) {
                chunk.add(record);
            }
            if (chunk.size() == RecordBadge.MAX_RECORDS) {
                chunks.add(Set.copyOf(chunk));
                chunk.clear();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(Set.copyOf(chunk));
        }
        return chunks;
    }
}
