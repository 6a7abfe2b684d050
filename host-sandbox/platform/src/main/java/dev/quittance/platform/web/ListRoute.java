package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.RecordHeading;
import dev.quittance.platform.render.BlockView;
import dev.quittance.platform.render.ListPart;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.screen.ScreenPaths;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /{object}/{id}/lists/{plugin}/{list}}: a related list by itself, page after page. Thread-safe. */
final class ListRoute {
    private static final int ROWS = 50;
    /** As long as the cursors that plugins make. */
    private static final int MAX_CURSOR = 200;

    private final Desk desk;

    ListRoute(Desk desk) {
        this.desk = desk;
    }

    void serve(Exchange exchange, LivePlugin plugin, Actor actor, Audience audience) throws IOException {
        RecordRef record = new RecordRef(exchange.path().get(0), exchange.path().get(1));
        String id = exchange.path().get(4);
        Optional<RelatedList> list = find(plugin, id, record);
        Optional<RecordHeading> heading = desk.host().heading(actor.org(), record);
        String after = FormBody.ofQuery(exchange.request()).getOrDefault("after", "");
        if (list.isEmpty() || heading.isEmpty() || after.length() > MAX_CURSOR) {
            desk.replies().absent(exchange, audience);
            return;
        }
        String permission = desk.calls().call(plugin, TimeLimit.PAGE, list.get()::permission);
        if (!actor.may(permission)) {
            desk.replies().message(exchange, audience, Message.FORBIDDEN, permission);
            return;
        }
        if (!exchange.isRead()) {
            desk.replies().message(exchange, audience, Message.METHOD);
            return;
        }
        ListQuery query = new ListQuery(Optional.of(after).filter(cursor -> !cursor.isEmpty()), ROWS);
        ListView view =
                desk.calls().call(plugin, TimeLimit.PAGE, () -> list.get().list(record, query, actor));
        Pages pages = desk.presentation().pages(plugin, desk.presentation().reader(actor));
        ListPart part = pages.list(view, ScreenPaths.list(record, plugin.id(), id));
        PageView page = PageView.of(part.title(), List.of(new BlockView.Listing(part)), pages.words())
                .withBack(new PageView.LinkView(
                        heading.get().title(), heading.get().href()));
        desk.replies().page(exchange, audience, 200, page);
    }

    private Optional<RelatedList> find(LivePlugin plugin, String id, RecordRef record) {
        return desk.calls()
                .call(
                        plugin,
                        TimeLimit.PAGE,
                        () -> plugin.extensions(RelatedList.class).stream()
                                .filter(list ->
                                        list.id().equals(id) && list.objects().contains(record.object()))
                                .findFirst());
    }
}
