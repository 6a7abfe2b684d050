package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.notice.Notice;
import dev.quittance.crm.notice.Notices;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The start page and the news. */
final class HomeScreens {
    private static final int NEWS = 5;
    private static final int PROJECTS = 10;

    private final Parts parts;
    private final PageShow show;

    HomeScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        return List.of(
                Route.get("/", view, this::home),
                Route.get("/notifications", view, this::notices),
                Route.get("/notifications/count", view, this::count),
                Route.post("/notifications/read", view, this::markRead));
    }

    private Reply home(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        List<NoticeRow> news = list(exchange.visitor()).stream()
                .filter(notice -> !notice.read())
                .limit(NEWS)
                .map(notice -> NoticeRow.of(notice, reader))
                .toList();
        List<ProjectRow> projects = parts.projects().list(reader.id(), "", PROJECTS).rows().stream()
                .map(project -> ProjectRow.of(project, reader))
                .toList();
        HomePage page = new HomePage("Hello, " + exchange.visitor().user().name(), news, projects);
        return show.page(exchange, new PageShow.Place("Home", "home", "home"), page);
    }

    private Reply notices(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        Visitor visitor = exchange.visitor();
        Notices.Part part = parts.notices()
                .list(reader.id(), visitor.user().id(), visitor.actor().permissions(), exchange.value("after"));
        List<NoticeRow> rows =
                part.rows().stream().map(notice -> NoticeRow.of(notice, reader)).toList();
        Optional<String> next =
                part.next().map(after -> "/notifications?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        int unread = (int) rows.stream().filter(row -> !row.read()).count();
        return show.page(
                exchange,
                new PageShow.Place("Notifications", "notifications", "notifications"),
                new NoticesPage(rows, unread, next));
    }

    /** For the header of a page that stays open. */
    private Reply count(Exchange exchange) {
        User user = exchange.visitor().user();
        int unread = parts.notices()
                .countUnread(
                        user.org().id(), user.id(), exchange.visitor().actor().permissions());
        return Reply.text(200, Integer.toString(unread));
    }

    private Reply markRead(Exchange exchange) {
        User user = exchange.visitor().user();
        parts.notices()
                .markRead(user.org().id(), user.id(), exchange.visitor().actor().permissions());
        return Reply.seeOther("/notifications");
    }

    private List<Notice> list(Visitor visitor) {
        return parts.notices()
                .list(
                        visitor.user().org().id(),
                        visitor.user().id(),
                        visitor.actor().permissions());
    }
}
