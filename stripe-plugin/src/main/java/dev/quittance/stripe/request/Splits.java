package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.stripe.outbox.Outbox;
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
    private final Outbox outbox;
    private final Requests requests;
    private final SplitRepository repository = new SplitRepository();

    /** Splits among these requests. */
    public Splits(PluginContext context, Database database, Outbox outbox, Requests requests) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.requests = requests;
    }

    /**
     * What came of asking.
     *
     * @param sent the requests, in order; none if there are objections
     * @param objections what other plugins have against any of them
     */
    record Sent(List<PaymentRequest> sent, List<Objection> objections) {}

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
    Sent ask(OrgId org, List<Ask> asks) {
        List<PaymentRequest> fresh = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        for (Ask ask : asks) {
            PaymentDraft frozen = context.paymentHooks().contribute(draft(org, ask));
            for (Objection objection : context.paymentHooks().check(frozen)) {
                if (!objections.contains(objection)) {
                    objections.add(objection);
                }
            }
            fresh.add(requests.newRequest(org, ask, frozen));
        }
        if (!objections.isEmpty()) {
            return new Sent(List.of(), List.copyOf(objections));
        }
        UUID splitId = context.ids().next();
        List<PaymentRequest> stored = database.transaction(tx -> store(tx, splitId, fresh, asks));
        outbox.nudge();
        return new Sent(stored, List.of());
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

    private static PaymentDraft draft(OrgId org, Ask ask) {
        return PaymentDraft.of(
                        org,
                        ask.record(),
                        ask.recipient().clientId(),
                        ask.terms().amount())
                .withTerms(ask.terms().type().code(), ask.terms().description(), ask.requestedBy());
    }
}
