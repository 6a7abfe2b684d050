package dev.quittance.stripe.document;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.DocumentLink;
import dev.quittance.api.screen.DocumentLinkView;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** The pay link in invoices. Thread-safe; calls nobody at Stripe. */
@Extension
public final class InvoiceLink implements DocumentLink {
    private final Documents documents;
    private final Requests requests;
    private final Connections connections;

    /** Links into these documents. */
    public InvoiceLink(Documents documents, Requests requests, Connections connections) {
        this.documents = documents;
        this.requests = requests;
        this.connections = connections;
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.INVOICE);
    }

    @Override
    public Optional<DocumentLinkView> provide(OrgId org, RecordRef record) {
        boolean ready = record.object().equals(RecordRef.INVOICE)
                && connections.findLive(org).filter(Connection::canCharge).isPresent();
        return ready ? documents.renew(org, record).flatMap(this::view) : Optional.empty();
    }

    private Optional<DocumentLinkView> view(PaymentRequest request) {
        return requests.links()
                .findAddress(request.org(), request.requestId())
                .map(address -> new DocumentLinkView(Text.of("document.pay", "Pay online"), address, request.amount()));
    }
}
