package dev.quittance.api.record;

import dev.quittance.api.ImplementedByHost;
import dev.quittance.api.identity.OrgId;
import java.util.List;
import java.util.Optional;

/**
 * The host's records. Thread-safe; reads only. A record of another organisation is as absent as one that never was: the answer
 * is the same. Must not be called inside a transaction of the plugin's, since the host may use the same pool.
 */
@ImplementedByHost
public interface Records {
    /** The organisation, or empty if it is gone. */
    Optional<OrgView> findOrg(OrgId org);

    /** The project, or empty if this organisation has none by that id. */
    Optional<ProjectView> findProject(OrgId org, String projectId);

    /** The invoice, or empty if this organisation has none by that id; always empty on a host without invoices. */
    default Optional<InvoiceView> findInvoice(OrgId org, String invoiceId) {
        return Optional.empty();
    }

    /** The invoices that bill this project's work, whatever their state; none if this organisation has no such project. */
    default List<InvoiceView> listInvoicesOfProject(OrgId org, String projectId) {
        return List.of();
    }

    /** The client, or empty if this organisation has none by that id. */
    Optional<ClientView> findClient(OrgId org, String clientId);
}
