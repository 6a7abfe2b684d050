package dev.quittance.stripe.follow;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Recipient;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What follows for requests when a client's address was wrong, or the client turned out to be another one. Thread-safe. */
public final class ClientChanges {
    private final Records records;
    private final Database database;
    private final Requests requests;

    /** Changes of these requests. */
    public ClientChanges(Records records, Database database, Requests requests) {
        this.records = records;
        this.database = database;
        this.requests = requests;
    }

    /**
     * Gives open requests that went to the old address the new one; where the host does not say what the old one was, and where a
     * request went to somebody else, nothing changes. A mail that has not left goes to the new address.
     */
    void corrected(OrgId org, RecordRef client, String from) {
        Optional<String> now = records.findClient(org, client.id()).flatMap(ClientView::email);
        if (!client.object().equals(RecordRef.CLIENT) || from.isEmpty() || now.isEmpty()) {
            return;
        }
        each(org, client.id(), request -> {
            Recipient old = request.recipient();
            boolean affected =
                    request.state() == RequestState.OPEN && old.email().equalsIgnoreCase(from);
            return affected && !old.email().equals(now.get())
                    ? Optional.of(new Recipient(old.clientId(), old.name(), now.get(), old.locale()))
                    : Optional.empty();
        });
    }

    /** Gives the requests of a client to the one who stays. */
    void merged(OrgId org, RecordRef client, String into) {
        if (!client.object().equals(RecordRef.CLIENT) || into.isEmpty() || into.equals(client.id())) {
            return;
        }
        each(org, client.id(), request -> {
            Recipient old = request.recipient();
            return Optional.of(new Recipient(into, old.name(), old.email(), old.locale()));
        });
    }

    private void each(OrgId org, String clientId, Function<PaymentRequest, Optional<Recipient>> change) {
        for (UUID requestId : requests.listOfClient(org, clientId)) {
            database.inTransaction(tx -> {
                PaymentRequest locked = requests.lock(tx, org, requestId);
                change.apply(locked).ifPresent(recipient -> requests.address(tx, locked, recipient));
            });
        }
    }
}
