package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import java.util.List;
import java.util.Optional;

/** The host's invoices, as its office changes them. One run has one thread. */
final class TownInvoices {
    private final Shelf<InvoiceView> shelf = new Shelf<>();

    void put(OrgId org, InvoiceView invoice) {
        shelf.put(org, invoice.id(), invoice);
    }

    Optional<InvoiceView> find(OrgId org, String id) {
        return shelf.find(org, id);
    }

    List<InvoiceView> listOfProject(OrgId org, String projectId) {
        return shelf.list(org).stream()
                .filter(invoice -> invoice.projectId().equals(Optional.of(projectId)))
                .toList();
    }

    void change(OrgId org, String id, String state, Money total) {
        InvoiceView old = find(org, id).orElseThrow();
        put(org, new InvoiceView(old.id(), old.number(), old.clientId(), old.projectId(), state, total, old.dueOn()));
    }

    void delete(OrgId org, String id) {
        shelf.remove(org, id);
    }

    /** Gives what one client is billed to another one. */
    void give(OrgId org, String client, String other) {
        for (InvoiceView old : shelf.list(org)) {
            if (old.clientId().equals(client)) {
                put(
                        org,
                        new InvoiceView(
                                old.id(), old.number(), other, old.projectId(), old.state(), old.total(), old.dueOn()));
            }
        }
    }
}
