package dev.quittance.platform.extension;

import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.screen.SettingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a plugin's screens say of themselves, and refuses a plugin with a screen that anybody could open. Thread-safe. */
public final class Declarations {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private final Calls calls;

    /** Reads through this gate. */
    public Declarations(Calls calls) {
        this.calls = calls;
    }

    /**
     * Reads them and leaves them with the plugin.
     *
     * @throws UndeclaredException if a screen names no permission of the manifest, a public page no prefix of it, or an id is none
     */
    public void read(LivePlugin plugin) {
        List<Declared<?>> all = calls.call(plugin, TimeLimit.LIFECYCLE, () -> listed(plugin));
        for (Declared<?> one : all) {
            require(plugin, one);
        }
        for (PublicPage page : plugin.extensions(PublicPage.class)) {
            String prefix = calls.call(plugin, TimeLimit.HOOK, page::prefix);
            if (!plugin.manifest().publicPrefixes().contains(prefix)) {
                throw new UndeclaredException("the plugin was refused: its public page " + prefix
                        + " is not among the public prefixes of its manifest");
            }
        }
        plugin.declare(all);
    }

    private static List<Declared<?>> listed(LivePlugin plugin) {
        List<Declared<?>> all = new ArrayList<>();
        for (RecordAction one : plugin.extensions(RecordAction.class)) {
            all.add(new Declared<>(plugin, one, one.id(), one.objects(), one.permission()));
        }
        for (RelatedList one : plugin.extensions(RelatedList.class)) {
            all.add(new Declared<>(plugin, one, one.id(), one.objects(), one.permission()));
        }
        for (RecordPanel one : plugin.extensions(RecordPanel.class)) {
            all.add(new Declared<>(plugin, one, one.id(), one.objects(), one.permission()));
        }
        for (RecordBadge one : plugin.extensions(RecordBadge.class)) {
            all.add(new Declared<>(plugin, one, one.id(), one.objects(), one.permission()));
        }
        for (SettingsPage one : plugin.extensions(SettingsPage.class)) {
            all.add(new Declared<>(plugin, one, one.id(), Set.of(), one.permission()));
        }
        return all;
    }

    private static void require(LivePlugin plugin, Declared<?> one) {
        if (!ID.matcher(one.id()).matches()) {
            throw new UndeclaredException("the plugin was refused: an extension has the id " + one.id()
                    + ", which is not of lower-case letters, digits and hyphens");
        }
        if (!plugin.manifest().declaresPermission(one.permission())) {
            throw new UndeclaredException("the plugin was refused: its extension " + one.id()
                    + " needs the permission \"" + one.permission() + "\", which its manifest does not declare");
        }
    }
}
