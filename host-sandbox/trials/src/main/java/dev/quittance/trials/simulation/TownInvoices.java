package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The host's invoices, as its office changes them. One run has one thread. */
final class TownInvoices {
    private final Map<String, InvoiceView> byKey = new TreeMap<>();

    void put(OrgId org, InvoiceView invoice) {
        byKey.put(key(org, invoice.id()), invoice);
    }

    Optional<InvoiceView> find(OrgId org, String id) {
        return Optional.ofNullable(byKey.get(key(org, id)));
    }

    List<InvoiceView> listOfProject(OrgId org, String projectId) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key(org, "")))
                .map(Map.Entry::getValue)
                .filter(invoice -> invoice.projectId().equals(Optional.of(projectId)))
                .toList();
    }

    void change(OrgId org, String id, String state, Money total) {
        InvoiceView old = find(org, id).orElseThrow();
        put(org, new InvoiceView(old.id(), old.number(), old.clientId(), old.projectId(), state, total, old.dueOn()));
    }

    void delete(OrgId org, String id) {
        if (byKey.remove(key(org, id)) == null) {
            throw new IllegalStateException("no such invoice: " + id);
        }
    }

    private static String key(OrgId org, String id) {
        return org + "/" + id;
    }
}
