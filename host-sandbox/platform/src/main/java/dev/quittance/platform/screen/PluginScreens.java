package dev.quittance.platform.screen;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.Extension;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.render.Presentation;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The screens of the plugins that are on. Thread-safe. */
public final class PluginScreens implements Screens {
    /** What fits a record page; the rest is behind a link. */
    private static final int ROWS_ON_A_RECORD = 10;

    private final LivePlugins plugins;
    private final Calls calls;
    private final Presentation presentation;
    private final Templates templates;
    private final FlashCookie flash;
    private final PanelCards panels;
    private final BadgeViews badges;
    private final DocumentLinkCards documentLinks;

    /**
     * What screens are made with.
     *
     * @param host for its forms' tokens, its organisations and its address
     * @param plugins which are on
     * @param calls the gate into them
     * @param presentation how readers see them
     * @param templates how parts look
     * @param submissionKeys names each showing of a form
     */
    public record Parts(
            Host host,
            LivePlugins plugins,
            Calls calls,
            Presentation presentation,
            Templates templates,
            Supplier<String> submissionKeys) {}

    /** Screens of these plugins. */
    public PluginScreens(Parts parts, FlashCookie flash) {
        this.plugins = parts.plugins();
        this.calls = parts.calls();
        this.presentation = parts.presentation();
        this.templates = parts.templates();
        this.flash = flash;
        this.panels = new PanelCards(parts);
        this.badges = new BadgeViews(parts);
        this.documentLinks = new DocumentLinkCards(parts);
    }

    /** An action that is to be shown, and where among the others. */
    private record Ranked(LivePlugin plugin, String id, Text label, int rank) {}

    /** How an extension is named in addresses, and who may see it. */
    private record Shown(String id, Text label) {}

    @Override
    public List<ActionLink> actions(RecordRef record, Actor actor) {
        Reader reader = presentation.reader(actor);
        List<Ranked> ranked = new ArrayList<>();
        for (Extension<RecordAction> action : plugins.listExtensions(RecordAction.class)) {
            RecordAction instance = action.instance();
            find(
                            action,
                            () -> instance.objects().contains(record.object())
                                            && actor.may(instance.permission())
                                            && instance.isOffered(record, actor)
                                    ? Optional.of(new Ranked(
                                            action.plugin(), instance.id(), instance.label(), instance.rank()))
                                    : Optional.empty())
                    .ifPresent(ranked::add);
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        List<ActionLink> links = new ArrayList<>();
        for (Ranked one : ranked) {
            links.add(new ActionLink(
                    presentation.pages(one.plugin(), reader).words().of(one.label()),
                    ScreenPaths.action(record, one.plugin().id(), one.id()),
                    links.isEmpty()));
        }
        return List.copyOf(links);
    }

    @Override
    public List<String> relatedLists(RecordRef record, Actor actor) {
        Reader reader = presentation.reader(actor);
        List<String> cards = new ArrayList<>();
        for (Extension<RelatedList> list : plugins.listExtensions(RelatedList.class)) {
            card(list, record, actor, reader).ifPresent(cards::add);
        }
        return List.copyOf(cards);
    }

    @Override
    public List<String> panels(RecordRef record, Actor actor, HttpServletRequest request) {
        return panels.cards(record, actor, request);
    }

    @Override
    public Map<RecordRef, List<BadgeView>> badges(Collection<RecordRef> records, Actor actor) {
        return badges.badges(records, actor);
    }

    @Override
    public List<DocumentLinkCard> documentLinks(OrgId org, RecordRef record) {
        return documentLinks.cards(org, record);
    }

    @Override
    public List<ActionLink> settingsLinks(Actor actor) {
        Reader reader = presentation.reader(actor);
        List<ActionLink> links = new ArrayList<>();
        for (Extension<SettingsPage> page : plugins.listExtensions(SettingsPage.class)) {
            SettingsPage instance = page.instance();
            find(
                            page,
                            () -> actor.may(instance.permission())
                                    ? Optional.of(new Shown(instance.id(), instance.label()))
                                    : Optional.empty())
                    .ifPresent(shown -> links.add(new ActionLink(
                            presentation.pages(page.plugin(), reader).words().of(shown.label()),
                            ScreenPaths.settings(page.plugin().id(), shown.id()),
                            false)));
        }
        return List.copyOf(links);
    }

    @Override
    public Optional<Flash> takeFlash(HttpServletRequest request, HttpServletResponse response) {
        return flash.take(request, response);
    }

    private Optional<String> card(Extension<RelatedList> list, RecordRef record, Actor actor, Reader reader) {
        RelatedList instance = list.instance();
        Pages pages = presentation.pages(list.plugin(), reader);
        String pluginId = list.plugin().id();
        try {
            return calls.call(list.plugin(), TimeLimit.PAGE, () -> {
                if (!instance.objects().contains(record.object()) || !actor.may(instance.permission())) {
                    return Optional.empty();
                }
                ListView view = instance.list(record, ListQuery.first(ROWS_ON_A_RECORD), actor);
                if (view.rows().isEmpty() && !instance.standsEmpty()) {
                    return Optional.empty();
                }
                String id = instance.id();
                return Optional.of(templates.listCard(
                        pages.list(view, ScreenPaths.list(record, pluginId, id)), pluginId + "-" + id, pages.words()));
            });
        } catch (PluginFault fault) {
            String words = presentation.own(reader).say("card.fault", fault.reference());
            return fault.kind() == PluginFault.Kind.OFF
                    ? Optional.empty()
                    : Optional.of(templates.faultCard(pages.callout(Tone.DANGER, words)));
        }
    }

    /** A plugin that fails here just has no link. */
    private <T, R> Optional<R> find(Extension<T> extension, Callable<Optional<R>> work) {
        try {
            return calls.call(extension.plugin(), TimeLimit.PAGE, work);
        } catch (PluginFault fault) {
            return Optional.empty();
        }
    }
}
