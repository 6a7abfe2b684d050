package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.Declared;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.RecordHeading;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.screen.PanelForms;
import dev.quittance.platform.screen.ScreenPaths;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /{object}/{id}/panels/{plugin}/{panel}}: where the forms of a panel are sent. What was done leads back to the record; a
 * form to be shown again stands on a page of its own. Thread-safe.
 */
final class PanelRoute {
    private final Desk desk;

    PanelRoute(Desk desk) {
        this.desk = desk;
    }

    /** A panel on a record, opened by somebody. */
    private record Opened(
            Declared<RecordPanel> panel,
            RecordRef record,
            RecordHeading heading,
            Actor actor,
            Audience audience,
            Pages pages,
            FormSetting setting) {

        PanelForms forms() {
            return new PanelForms(panel.plugin().id(), panel.id());
        }

        PageView shown(Page page) {
            return pages.page(page, setting).withBack(new PageView.LinkView(heading.title(), heading.href()));
        }
    }

    void serve(Exchange exchange, LivePlugin plugin, Actor actor, Audience audience) throws IOException {
        RecordRef record = new RecordRef(exchange.path().get(0), exchange.path().get(1));
        String id = exchange.path().get(4);
        Optional<Declared<RecordPanel>> panel = plugin.declared(RecordPanel.class).stream()
                .filter(one -> one.id().equals(id) && one.objects().contains(record.object()))
                .findFirst();
        Optional<RecordHeading> heading = desk.host().heading(actor.org(), record);
        if (panel.isEmpty() || heading.isEmpty()) {
            desk.replies().absent(exchange, audience);
            return;
        }
        if (!actor.may(panel.get().permission())) {
            desk.replies()
                    .message(exchange, audience, Message.FORBIDDEN, panel.get().permission());
            return;
        }
        FormSetting setting = new FormSetting(
                ScreenPaths.panel(record, plugin.id(), id),
                desk.host().csrf().token(exchange.request()),
                desk.submissionKeys(),
                false);
        Pages pages = desk.presentation().pages(plugin, desk.presentation().reader(actor));
        Opened opened = new Opened(panel.get(), record, heading.get(), actor, audience, pages, setting);
        if (exchange.isRead()) {
            show(exchange, opened);
        } else if (exchange.isPost()) {
            submit(exchange, opened);
        } else {
            desk.replies().message(exchange, audience, Message.METHOD);
        }
    }

    /** A panel that has nothing to say now is there all the same: a page without words, that leads back to the record. */
    private void show(Exchange exchange, Opened opened) throws IOException {
        desk.replies().page(exchange, opened.audience(), 200, opened.shown(page(opened)));
    }

    private void submit(Exchange exchange, Opened opened) throws IOException {
        Optional<Submitted> submitted = Submitted.read(exchange, opened.pages().words());
        if (submitted.isEmpty()) {
            desk.replies().message(exchange, opened.audience(), Message.BAD);
        } else if (!desk.host()
                .csrf()
                .matches(exchange.request(), submitted.get().csrf())) {
            desk.replies().message(exchange, opened.audience(), Message.EXPIRED);
        } else if (submitted.get().answers().areWrong()) {
            wrong(exchange, opened, submitted.get());
        } else {
            String formId = opened.forms().inPlugin(submitted.get().formId());
            ActionResult result = desk.calls()
                    .call(
                            opened.panel().plugin(),
                            TimeLimit.PAGE,
                            () -> opened.panel()
                                    .instance()
                                    .submit(
                                            opened.record(),
                                            formId,
                                            submitted.get().submission(),
                                            opened.actor()));
            Outcome outcome = new Outcome(
                    opened.pages(),
                    opened.setting(),
                    opened.heading().href(),
                    (form, setting) -> opened.shown(
                            FormsOnPages.with(page(opened), opened.forms().onPage(form))));
            desk.results().send(exchange, opened.audience(), result, outcome);
        }
    }

    /** The panel may have nothing to say by now, so that the form is not there any more. */
    private void wrong(Exchange exchange, Opened opened, Submitted submitted) throws IOException {
        Page page = page(opened);
        if (page.blocks().isEmpty()) {
            desk.replies().absent(exchange, opened.audience());
        } else {
            desk.replies()
                    .page(exchange, opened.audience(), 422, opened.shown(FormsOnPages.withAnswers(page, submitted)));
        }
    }

    private Page page(Opened opened) {
        List<Block> blocks = desk.calls()
                .call(
                        opened.panel().plugin(),
                        TimeLimit.PAGE,
                        () -> opened.panel().instance().blocks(opened.record(), opened.actor()));
        return new Page(
                Text.plain(opened.heading().title()),
                opened.forms().onPage(blocks),
                Optional.empty(),
                Optional.empty());
    }
}
