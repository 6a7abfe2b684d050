package dev.quittance.platform.render;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.Records;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.extension.Origins;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Knows readers, and how each sees a plugin's pages. Thread-safe. */
public final class Presentation {
    private final Records records;
    private final URI publicUrl;
    private final Origins origins;

    /** Presentation on this host. */
    public Presentation(Records records, URI publicUrl, Origins origins) {
        this.records = Objects.requireNonNull(records, "records");
        this.publicUrl = Objects.requireNonNull(publicUrl, "publicUrl");
        this.origins = Objects.requireNonNull(origins, "origins");
    }

    /** A signed-in user: amounts in their organisation's currency need no code. */
    public Reader reader(Actor actor) {
        return Reader.of(
                actor, records.findOrg(actor.org()).map(OrgView::currency).orElse(""));
    }

    /** Somebody who reads a page of an organisation's, or of nobody's. */
    public Reader reader(Locale locale, Optional<OrgView> org) {
        return org.map(whose -> new Reader(locale, whose.zone(), whose.currency()))
                .orElseGet(() -> Reader.of(locale));
    }

    /** Pages of a plugin's for this reader. */
    public Pages pages(LivePlugin plugin, Reader reader) {
        return new Pages(new Words(plugin.messages(), reader), new Links(plugin.manifest(), publicUrl, origins));
    }

    /** The platform's own words for this reader. */
    public Words own(Reader reader) {
        return new Words(MessageBundles.none(), reader);
    }
}
