package dev.quittance.platform.screen;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What plugins show on the host's own pages. A plugin that fails shows a card that says so; the rest of the page stands. Only
 * what the actor may see is given. Thread-safe.
 */
public interface Screens {

    /** The buttons on a record, in a stable order. The host has checked that the record is in the actor's organisation. */
    List<ActionLink> actions(RecordRef record, Actor actor);

    /** The related lists of a record as HTML: each a whole card, escaped already. */
    List<String> relatedLists(RecordRef record, Actor actor);

    /** What stands at the top of a record's page as HTML: each a whole card, escaped already; its forms lead back to that page. */
    List<String> panels(RecordRef record, Actor actor, HttpServletRequest request);

    /** The badges of these records, asked for together; at most a page of a list. A record without one is not in the map. */
    Map<RecordRef, List<BadgeView>> badges(Collection<RecordRef> records, Actor actor);

    /** The links to put into a document for a customer, made if there are none yet; none where there is nothing to pay. */
    List<DocumentLinkCard> documentLinks(OrgId org, RecordRef record);

    /** Links to the plugins' settings pages. */
    List<ActionLink> settingsLinks(Actor actor);

    /** What was just done, once: a record page shows it at its top. The answer forgets it. */
    Optional<Flash> takeFlash(HttpServletRequest request, HttpServletResponse response);
}
