package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.RecordHeading;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.screen.ScreenPaths;
import java.io.IOException;
import java.util.Optional;

/** {@code /{object}/{id}/actions/{plugin}/{action}}: an action's form, and what comes of it. Thread-safe. */
final class ActionRoute {
    private final Desk desk;

    ActionRoute(Desk desk) {
        this.desk = desk;
    }

    /** An action on a record, opened by somebody. */
    private record Opened(
            LivePlugin plugin,
            RecordAction action,
            RecordRef record,
            RecordHeading heading,
            Actor actor,
            Audience audience,
            Pages pages,
            FormSetting setting) {

        PageView page(Form form) {
            return pages.page(form, setting).withBack(new PageView.LinkView(heading.title(), heading.href()));
        }
    }

    void serve(Exchange exchange, LivePlugin plugin, Actor actor, Audience audience) throws IOException {
        RecordRef record = new RecordRef(exchange.path().get(0), exchange.path().get(1));
        Optional<RecordAction> action = find(plugin, exchange.path().get(4), record);
        Optional<RecordHeading> heading = desk.host().heading(actor.org(), record);
        if (action.isEmpty() || heading.isEmpty()) {
            desk.replies().absent(exchange, audience);
            return;
        }
        String permission = desk.calls().call(plugin, TimeLimit.PAGE, action.get()::permission);
        if (!actor.may(permission)) {
            desk.replies().message(exchange, audience, Message.FORBIDDEN, permission);
            return;
        }
        Pages pages = desk.presentation().pages(plugin, desk.presentation().reader(actor));
        FormSetting setting = new FormSetting(
                ScreenPaths.action(record, plugin.id(), exchange.path().get(4)),
                desk.host().csrf().token(exchange.request()),
                desk.submissionKeys(),
                true);
        Opened opened = new Opened(plugin, action.get(), record, heading.get(), actor, audience, pages, setting);
        if (exchange.isRead()) {
            show(exchange, opened, new FormValues(FormBody.ofQuery(exchange.request())));
        } else if (exchange.isPost()) {
            submit(exchange, opened);
        } else {
            desk.replies().message(exchange, audience, Message.METHOD);
        }
    }

    private void show(Exchange exchange, Opened opened, FormValues given) throws IOException {
        Optional<Form> form = form(opened, given);
        if (form.isPresent()) {
            desk.replies().page(exchange, opened.audience(), 200, opened.page(form.get()));
        } else {
            desk.replies().absent(exchange, opened.audience());
        }
    }

    private void submit(Exchange exchange, Opened opened) throws IOException {
        Optional<Submitted> submitted = Submitted.read(exchange, opened.pages().words());
        if (submitted.isEmpty()) {
            desk.replies().message(exchange, opened.audience(), Message.BAD);
        } else if (!desk.host()
                .csrf()
                .matches(exchange.request(), submitted.get().csrf())) {
            desk.replies().message(exchange, opened.audience(), Message.EXPIRED);
        } else if (submitted.get().showAgain()) {
            show(exchange, opened, submitted.get().answers().filledIn());
        } else if (submitted.get().answers().areWrong()) {
            wrong(exchange, opened, submitted.get());
        } else {
            ActionResult result = desk.calls()
                    .call(
                            opened.plugin(),
                            TimeLimit.PAGE,
                            () -> opened.action()
                                    .submit(opened.record(), submitted.get().submission(), opened.actor()));
            Outcome outcome = new Outcome(
                    opened.pages(), opened.setting(), opened.heading().href(), (form, setting) -> opened.page(form));
            desk.results().send(exchange, opened.audience(), result, outcome);
        }
    }

    private void wrong(Exchange exchange, Opened opened, Submitted submitted) throws IOException {
        Optional<Form> form = form(opened, submitted.answers().filledIn());
        if (form.isPresent()) {
            PageView page = opened.page(submitted.answers().onto(form.get()));
            desk.replies().page(exchange, opened.audience(), 422, page);
        } else {
            desk.replies().absent(exchange, opened.audience());
        }
    }

    private Optional<Form> form(Opened opened, FormValues given) {
        return desk.calls()
                .call(
                        opened.plugin(),
                        TimeLimit.PAGE,
                        () -> opened.action().form(opened.record(), given, opened.actor()));
    }

    private Optional<RecordAction> find(LivePlugin plugin, String id, RecordRef record) {
        return desk.calls()
                .call(
                        plugin,
                        TimeLimit.PAGE,
                        () -> plugin.extensions(RecordAction.class).stream()
                                .filter(action -> action.id().equals(id)
                                        && action.objects().contains(record.object()))
                                .findFirst());
    }
}
