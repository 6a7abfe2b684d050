package dev.quittance.platform.screen;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.extension.Declared;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.render.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The panels of a record, each a card. Thread-safe. */
final class PanelCards {
    private final PluginScreens.Parts parts;

    PanelCards(PluginScreens.Parts parts) {
        this.parts = parts;
    }

    List<String> cards(RecordRef record, Actor actor, HttpServletRequest request) {
        Reader reader = parts.presentation().reader(actor);
        String token = parts.host().csrf().token(request);
        List<String> cards = new ArrayList<>();
        for (Declared<RecordPanel> panel : parts.plugins().listDeclared(RecordPanel.class)) {
            if (panel.objects().contains(record.object()) && actor.may(panel.permission())) {
                FormSetting setting = new FormSetting(
                        ScreenPaths.panel(record, panel.plugin().id(), panel.id()),
                        token,
                        parts.submissionKeys(),
                        false);
                Pages pages = parts.presentation().pages(panel.plugin(), reader);
                card(panel, () -> panel.instance().blocks(record, actor), setting, pages)
                        .ifPresent(cards::add);
            }
        }
        return List.copyOf(cards);
    }

    /** What a panel says; it is asked only within a call. */
    @FunctionalInterface
    private interface Content {
        List<Block> blocks();
    }

    private Optional<String> card(Declared<RecordPanel> panel, Content content, FormSetting setting, Pages pages) {
        String pluginId = panel.plugin().id();
        try {
            return parts.calls().call(panel.plugin(), TimeLimit.PAGE, () -> {
                List<Block> blocks = new PanelForms(pluginId, panel.id()).onPage(content.blocks());
                if (blocks.isEmpty()) {
                    return Optional.empty();
                }
                Page page = new Page(Text.plain(""), blocks, Optional.empty(), Optional.empty());
                return Optional.of(parts.templates().panelCard(pages.page(page, setting), pluginId + "-" + panel.id()));
            });
        } catch (PluginFault fault) {
            if (fault.kind() == PluginFault.Kind.OFF) {
                return Optional.empty();
            }
            String words = parts.presentation().own(pages.words().reader()).say("card.fault", fault.reference());
            return Optional.of(parts.templates().faultCard(pages.callout(Tone.DANGER, words)));
        }
    }
}
