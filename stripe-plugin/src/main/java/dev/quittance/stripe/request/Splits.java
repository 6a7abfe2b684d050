package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** One amount asked of several payers: a request for each, made all together or not at all. Calls hooks, never Stripe. Thread-safe. */
public final class Splits {
    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final SplitRepository repository = new SplitRepository();

    /** Splits among these requests. */
    public Splits(PluginContext context, Database database, Requests requests) {
        this.context = context;
        this.database = database;
        this.requests = requests;
    }

    /** The key of one part's submission, counted from 1. */
    static String partKey(String submissionKey, int part) {
        return "split/" + part + "/" + submissionKey;
    }

    /** What a submission made, in order; nothing if it made nothing yet. */
    List<PaymentRequest> findSubmitted(OrgId org, String submissionKey) {
        Optional<PaymentRequest> first = requests.findSubmitted(org, partKey(submissionKey, 1));
        return first.map(request -> database.read(db -> repository.listAround(db, org, request.requestId())))
                .orElse(List.of());
    }

    /**
     * Asks every payer: contribute, freeze, check each, then store all in one transaction. Safe to repeat with the same submission
     * keys: what the first repetition stored is given back, whatever the later ones ask for. Never inside a transaction.
     */
    Asked ask(OrgId org, List<Ask> asks) {
        return requests.ask(org, asks, (tx, fresh) -> store(tx, context.ids().next(), fresh, asks));
    }

    private List<PaymentRequest> store(DSLContext tx, UUID splitId, List<PaymentRequest> fresh, List<Ask> asks) {
        OrgId org = fresh.get(0).org();
        PaymentRequest first = requests.store(tx, fresh.get(0), asks.get(0));
        if (!first.requestId().equals(fresh.get(0).requestId())) {
            // The same submission came before, by a second click: its parts stand, all of them.
            return repository.listAround(tx, org, first.requestId());
        }
        List<PaymentRequest> stored = new ArrayList<>(List.of(first));
        for (int part = 1; part < fresh.size(); part++) {
            stored.add(requests.store(tx, fresh.get(part), asks.get(part)));
        }
        repository.join(
                tx,
                org,
                splitId,
                stored.stream().map(PaymentRequest::requestId).collect(Collectors.toUnmodifiableList()));
        return List.copyOf(stored);
    }
}
