package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import java.util.Optional;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * A link that the host puts, with a QR code, into a document for a customer: the page, PDF and mail of an invoice. It stays the
 * same for as long as the document lives, whatever is printed on paper. Must be thread-safe.
 */
@ImplementedByPlugin
public interface DocumentLink extends ExtensionPoint {
    /** The kinds of record whose documents it goes into. */
    Set<String> objects();

    /**
     * The link for this document; made if there is none yet. Idempotent. Calls nobody outside, so that a document can be made while
     * others are down.
     *
     * @return the link, or empty where there is nothing to pay: a total of zero, all paid or asked for already, a draft or void
     *     document, a record that this organisation does not have, payments not set up
     */
    Optional<DocumentLinkView> provide(OrgId org, RecordRef record);
}
