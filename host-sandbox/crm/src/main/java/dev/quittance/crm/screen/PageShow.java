package dev.quittance.crm.screen;

import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Visitor;
import java.util.List;
import java.util.Optional;

/** Shows pages: puts chrome around a model, and what plugins have to say into a record's page. */
final class PageShow {
    /** What is read at a glance; an admin's page has all. */
    private static final int ACTIVITIES = 15;

    private final Parts parts;

    PageShow(Parts parts) {
        this.parts = parts;
    }

    /**
     * Where a page stands.
     *
     * @param title its title
     * @param section its part of the navigation
     * @param template what renders it
     */
    record Place(String title, String section, String template) {}

    Reply page(Exchange exchange, Place place, Object model) {
        return page(exchange, place, model, Optional.empty());
    }

    /** A record's page: what was just done on it stands at its top, once. */
    Reply record(Exchange exchange, Place place, Object model) {
        return record(exchange, place, model, Optional.empty());
    }

    /** A record's page that also says what the host itself just did. */
    Reply record(Exchange exchange, Place place, Object model, Optional<Chrome.Message> own) {
        Optional<Chrome.Message> done = parts.platform()
                .get()
                .screens()
                .takeFlash(exchange.request(), exchange.response())
                .map(flash -> new Chrome.Message(flash.tone(), flash.message()))
                .or(() -> own);
        return page(exchange, place, model, done);
    }

    /** A list: what was just done stands at its top, once. */
    Reply list(Exchange exchange, Place place, Object model) {
        return record(exchange, place, model);
    }

    /** What people did with a record. */
    List<ActivityRow> activity(RecordRef ref, Visitor visitor) {
        Organisation reader = visitor.user().org();
        return parts.work().activities().listOf(reader.id(), ref, ACTIVITIES).stream()
                .map(activity -> ActivityRow.of(activity, reader))
                .toList();
    }

    /** Nothing there: the same answer for what never was and for what is another organisation's. */
    Reply absent(Exchange exchange) {
        return new RefusalScreen(parts.chromes(), parts.templates()).refuse(exchange, 404, Optional.empty());
    }

    List<ProjectPage.Action> actions(RecordRef ref, Visitor visitor) {
        return parts.platform().get().screens().actions(ref, visitor.actor()).stream()
                .map(ProjectPage.Action::of)
                .toList();
    }

    List<Mark> badges(RecordRef ref, Visitor visitor) {
        return parts
                .platform()
                .get()
                .screens()
                .badges(List.of(ref), visitor.actor())
                .getOrDefault(ref, List.of())
                .stream()
                .map(Mark::of)
                .toList();
    }

    List<String> relatedLists(RecordRef ref, Visitor visitor) {
        return parts.platform().get().screens().relatedLists(ref, visitor.actor());
    }

    private Reply page(Exchange exchange, Place place, Object model, Optional<Chrome.Message> done) {
        Chrome plain = parts.chromes().of(exchange.request(), exchange.signedIn(), place.title(), place.section());
        Chrome chrome = done.map(plain::withMessage).orElse(plain);
        return Reply.html(200, parts.templates().render(place.template(), chrome, model));
    }
}
