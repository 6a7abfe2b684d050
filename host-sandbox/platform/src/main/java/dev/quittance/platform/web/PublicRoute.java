package dev.quittance.platform.web;

import dev.quittance.api.record.OrgView;
import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.SameOrigin;
import dev.quittance.platform.render.CalloutView;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.render.PublicLook;
import dev.quittance.platform.render.Reader;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /{prefix}/…}: pages for people who are not signed in. The path is the key to them, so it is never logged. Thread-safe.
 */
final class PublicRoute {
    private final Desk desk;
    private final Origins origins;
    private final boolean withoutReturnPage;
    private final SameOrigin sameOrigin;

    PublicRoute(Desk desk, Origins origins, boolean withoutReturnPage) {
        this.desk = desk;
        this.origins = origins;
        this.withoutReturnPage = withoutReturnPage;
        this.sameOrigin = new SameOrigin(desk.host().publicUrl());
    }

    /** A public page, opened by somebody. */
    private record Opened(
            LivePlugin plugin, PublicPage page, PublicCall call, Audience audience, FormSetting setting) {}

    void serve(Exchange exchange, PluginManifest manifest) throws IOException {
        Audience audience = Audience.anybody(
                desk.presentation().own(Reader.of(exchange.locale())),
                origins.listAllowed(manifest.network().redirects()));
        Optional<LivePlugin> plugin = desk.plugins().findOn(manifest.id());
        boolean switchedOff = withoutReturnPage
                && exchange.isRead()
                && exchange.path().get(exchange.path().size() - 1).equals("done");
        if (plugin.isEmpty() || switchedOff) {
            desk.replies().off(exchange, audience);
            return;
        }
        try {
            serve(exchange, plugin.get(), audience);
        } catch (PluginFault fault) {
            desk.replies().fault(exchange, audience, fault);
        }
    }

    private void serve(Exchange exchange, LivePlugin plugin, Audience audience) throws IOException {
        String prefix = exchange.path().get(0);
        Optional<PublicPage> page = desk.calls()
                .call(
                        plugin,
                        TimeLimit.PAGE,
                        () -> plugin.extensions(PublicPage.class).stream()
                                .filter(one -> one.prefix().equals(prefix))
                                .findFirst());
        if (page.isEmpty()) {
            desk.replies().absent(exchange, audience);
            return;
        }
        PublicCall call = new PublicCall(
                exchange.path().subList(1, exchange.path().size()),
                FormBody.ofQuery(exchange.request()),
                exchange.locale());
        FormSetting setting = new FormSetting(exchange.request().getRequestURI(), "", desk.submissionKeys(), false);
        Opened opened = new Opened(plugin, page.get(), call, audience, setting);
        if (exchange.isRead()) {
            show(exchange, opened);
        } else if (exchange.isPost()) {
            submit(exchange, opened);
        } else {
            desk.replies().message(exchange, audience, Message.METHOD);
        }
    }

    private void show(Exchange exchange, Opened opened) throws IOException {
        Optional<Page> page = page(opened);
        if (page.isEmpty()) {
            desk.replies().absent(exchange, opened.audience());
            return;
        }
        Pages pages = pages(opened, page);
        Optional<CalloutView> flash = desk.flash()
                .take(exchange.request(), exchange.response())
                .map(told -> pages.callout(new Tone(told.tone()), told.message()));
        PageView view = pages.page(page.get(), opened.setting()).withFlash(flash);
        desk.replies().page(exchange, named(opened, page), 200, view);
    }

    private void submit(Exchange exchange, Opened opened) throws IOException {
        if (!sameOrigin.allows(exchange.request())) {
            desk.replies().message(exchange, opened.audience(), Message.CROSS_SITE);
            return;
        }
        Optional<Submitted> submitted =
                Submitted.read(exchange, opened.audience().words());
        if (submitted.isEmpty()) {
            desk.replies().message(exchange, opened.audience(), Message.BAD);
        } else if (submitted.get().answers().areWrong()) {
            wrong(exchange, opened, submitted.get());
        } else {
            ActionResult result = desk.calls()
                    .call(
                            opened.plugin(),
                            TimeLimit.PAGE,
                            () -> opened.page()
                                    .submit(opened.call(), submitted.get().submission()));
            answer(exchange, opened, result);
        }
    }

    private void wrong(Exchange exchange, Opened opened, Submitted submitted) throws IOException {
        Optional<Page> page = page(opened);
        if (page.isEmpty()) {
            desk.replies().absent(exchange, opened.audience());
            return;
        }
        Page shown = FormsOnPages.withAnswers(page.get(), submitted);
        PageView view = pages(opened, page).page(shown, opened.setting());
        desk.replies().page(exchange, named(opened, page), 422, view);
    }

    private void answer(Exchange exchange, Opened opened, ActionResult result) throws IOException {
        boolean stays = result instanceof ActionResult.Again || result instanceof ActionResult.Refused;
        Optional<Page> page = stays ? page(opened) : Optional.empty();
        Pages pages = pages(opened, page);
        Outcome outcome = new Outcome(
                pages,
                opened.setting(),
                opened.setting().action(),
                (form, setting) -> pages.page(
                        page.map(under -> FormsOnPages.with(under, form))
                                .orElseGet(() -> FormsOnPages.with(Page.of(form.title()), form)),
                        setting));
        desk.results().send(exchange, named(opened, page), result, outcome);
    }

    private Optional<Page> page(Opened opened) {
        return desk.calls()
                .call(opened.plugin(), TimeLimit.PAGE, () -> opened.page().page(opened.call()));
    }

    private Pages pages(Opened opened, Optional<Page> page) {
        return desk.presentation()
                .pages(opened.plugin(), desk.presentation().reader(opened.call().locale(), org(page)));
    }

    private Audience named(Opened opened, Optional<Page> page) {
        return org(page)
                .map(org -> opened.audience().inTheNameOf(new PublicLook(org.name(), org.phone(), org.email())))
                .orElse(opened.audience());
    }

    private Optional<OrgView> org(Optional<Page> page) {
        return page.flatMap(Page::org).flatMap(desk.host().records()::findOrg);
    }
}
