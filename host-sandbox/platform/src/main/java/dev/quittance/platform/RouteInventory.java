package dev.quittance.platform;

import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.platform.extension.Declared;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.rest.RestApplications;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what the filter answers now. Thread-safe. */
final class RouteInventory {
    private static final String GET = "GET";
    private static final String POST = "POST";

    private final LivePlugins plugins;
    private final RestApplications rest;

    RouteInventory(LivePlugins plugins, RestApplications rest) {
        this.plugins = plugins;
        this.rest = rest;
    }

    List<OpenRoute> list() {
        List<OpenRoute> all = new ArrayList<>();
        all.add(new OpenRoute(GET, "/assets/platform/{file}", OpenRoute.EVERYBODY));
        plugins.listInstalled().forEach(manifest -> addPublic(manifest, all));
        plugins.listDeclared(RecordAction.class).forEach(one -> addOnRecords(one, "actions", all, GET, POST));
        plugins.listDeclared(RelatedList.class).forEach(one -> addOnRecords(one, "lists", all, GET));
        plugins.listDeclared(RecordPanel.class).forEach(one -> addOnRecords(one, "panels", all, GET, POST));
        for (Declared<SettingsPage> page : plugins.listDeclared(SettingsPage.class)) {
            String pattern = "/x/" + page.plugin().id() + "/" + page.id();
            all.add(new OpenRoute(GET, pattern, page.permission()));
            all.add(new OpenRoute(POST, pattern, page.permission()));
        }
        rest.listMethods()
                .forEach(method -> all.add(new OpenRoute(method.verb(), method.pattern(), method.permission())));
        all.sort(Comparator.comparing(OpenRoute::pattern).thenComparing(OpenRoute::method));
        return List.copyOf(all);
    }

    /** Answered while the plugin is off, too: with "try again". */
    private static void addPublic(PluginManifest manifest, List<OpenRoute> all) {
        if (manifest.webhooks()) {
            all.add(new OpenRoute(POST, "/webhooks/" + manifest.id() + "/{endpoint}", OpenRoute.EVERYBODY));
        }
        for (String prefix : manifest.publicPrefixes()) {
            all.add(new OpenRoute(GET, "/" + prefix + "/{...}", OpenRoute.EVERYBODY));
            all.add(new OpenRoute(POST, "/" + prefix + "/{...}", OpenRoute.EVERYBODY));
        }
    }

    private static void addOnRecords(Declared<?> one, String kind, List<OpenRoute> all, String... methods) {
        for (String object : one.objects()) {
            for (String method : methods) {
                all.add(new OpenRoute(
                        method,
                        "/" + object + "/{id}/" + kind + "/" + one.plugin().id() + "/" + one.id(),
                        one.permission()));
            }
        }
    }
}
