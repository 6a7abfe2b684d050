package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.render.CalloutView;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.screen.ScreenPaths;
import java.io.IOException;
import java.util.Optional;

/** {@code /x/{plugin}/{page}}: a settings page and its forms. Thread-safe. */
final class SettingsRoute {
    /** As long as the parts that plugins name. */
    private static final int MAX_PART = 200;

    private final Desk desk;

    SettingsRoute(Desk desk) {
        this.desk = desk;
    }

    /** A settings page, opened by somebody. */
    private record Opened(
            LivePlugin plugin, SettingsPage page, Actor actor, Audience audience, Pages pages, FormSetting setting) {}

    void serve(Exchange exchange, LivePlugin plugin, Actor actor, Audience audience) throws IOException {
        String id = exchange.path().get(2);
        Optional<SettingsPage> page = desk.calls()
                .call(
                        plugin,
                        TimeLimit.PAGE,
                        () -> plugin.extensions(SettingsPage.class).stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst());
        if (page.isEmpty()) {
            desk.replies().absent(exchange, audience);
            return;
        }
        String permission = desk.calls().call(plugin, TimeLimit.PAGE, page.get()::permission);
        if (!actor.may(permission)) {
            desk.replies().message(exchange, audience, Message.FORBIDDEN, permission);
            return;
        }
        FormSetting setting = new FormSetting(
                ScreenPaths.settings(plugin.id(), id),
                desk.host().csrf().token(exchange.request()),
                desk.submissionKeys(),
                false);
        Pages pages = desk.presentation().pages(plugin, desk.presentation().reader(actor));
        Opened opened = new Opened(plugin, page.get(), actor, audience, pages, setting);
        if (exchange.isRead()) {
            show(exchange, opened);
        } else if (exchange.isPost()) {
            submit(exchange, opened);
        } else {
            desk.replies().message(exchange, audience, Message.METHOD);
        }
    }

    private void show(Exchange exchange, Opened opened) throws IOException {
        String part = FormBody.ofQuery(exchange.request()).getOrDefault("after", "");
        if (part.length() > MAX_PART) {
            desk.replies().absent(exchange, opened.audience());
            return;
        }
        PageView page = opened.pages().page(page(opened, part), opened.setting());
        Optional<CalloutView> flash = desk.flash()
                .take(exchange.request(), exchange.response())
                .map(told -> opened.pages().callout(new Tone(told.tone()), told.message()));
        desk.replies().page(exchange, opened.audience(), 200, page.withFlash(flash));
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
            Page shown = FormsOnPages.withAnswers(page(opened), submitted.get());
            desk.replies().page(exchange, opened.audience(), 422, opened.pages().page(shown, opened.setting()));
        } else {
            String formId = submitted.get().formId();
            ActionResult result = desk.calls()
                    .call(
                            opened.plugin(),
                            TimeLimit.PAGE,
                            () -> opened.page().submit(formId, submitted.get().submission(), opened.actor()));
            Outcome outcome = new Outcome(
                    opened.pages(),
                    opened.setting(),
                    opened.setting().action(),
                    (form, setting) -> opened.pages().page(FormsOnPages.with(page(opened), form), setting));
            desk.results().send(exchange, opened.audience(), result, outcome);
        }
    }

    private Page page(Opened opened) {
        return page(opened, "");
    }

    private Page page(Opened opened, String part) {
        return desk.calls()
                .call(opened.plugin(), TimeLimit.PAGE, () -> opened.page().page(opened.actor(), part));
    }
}
