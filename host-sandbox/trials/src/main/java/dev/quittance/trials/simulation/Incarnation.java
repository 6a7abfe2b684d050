package dev.quittance.trials.simulation;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.screen.DocumentLink;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.screen.SettingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The plugin's objects in one process of the host, from its start to its end, as its extension points show them. */
final class Incarnation {
    private final Lifeline life;
    private final CrmPlugin plugin;
    private final List<Object> extensions = new ArrayList<>();

    Incarnation(BuiltPlugin built, SimulatedContext context, Lifeline life) {
        this.life = life;
        this.plugin = built.create(context);
        for (Class<?> type : built.extensionClasses()) {
            extensions.add(plugin.extension(type));
        }
    }

    Lifeline life() {
        return life;
    }

    void start() {
        plugin.start();
    }

    List<JobHandler> jobs() {
        return list(JobHandler.class);
    }

    RecordAction action(String id) {
        return one(RecordAction.class, action -> action.id().equals(id));
    }

    RelatedList list(String id) {
        return one(RelatedList.class, list -> list.id().equals(id));
    }

    SettingsPage settings(String id) {
        return one(SettingsPage.class, page -> page.id().equals(id));
    }

    PublicPage publicPage(String prefix) {
        return one(PublicPage.class, page -> page.prefix().equals(prefix));
    }

    RecordListener recordListener() {
        return one(RecordListener.class, listener -> true);
    }

    DocumentLink documentLink() {
        return one(DocumentLink.class, link -> true);
    }

    WebhookEndpoint webhooks() {
        return one(WebhookEndpoint.class, endpoint -> true);
    }

    private <T> T one(Class<T> type, Predicate<T> wanted) {
        return list(type).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the plugin has no such " + type.getSimpleName()));
    }

    private <T> List<T> list(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
