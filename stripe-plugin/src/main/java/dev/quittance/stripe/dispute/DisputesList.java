package dev.quittance.stripe.dispute;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** What banks question of a project or an invoice: newest first, a page at a time by key. Changes nothing. */
@Extension
public final class DisputesList implements RelatedList {
    private final DisputeBooks disputes;
    private final DisputeRows rows;
    private final Requests requests;
    private final RequestRecords records;

    /** The list over these. */
    public DisputesList(DisputeBooks disputes, Requests requests, RequestRecords records) {
        this.disputes = disputes;
        this.rows = new DisputeRows(disputes);
        this.requests = requests;
        this.records = records;
    }

    @Override
    public String id() {
        return "disputes";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public String permission() {
        return PaymentsList.PERMISSION;
    }

    /** Hardly a record is ever disputed. */
    @Override
    public boolean standsEmpty() {
        return false;
    }

    @Override
    public ListView list(RecordRef record, ListQuery query, Actor actor) {
        Map<UUID, PaymentRequest> asked = asked(record, actor);
        Optional<UUID> after = query.after().flatMap(DisputesList::key);
        boolean isBrokenCursor = query.after().isPresent() && after.isEmpty();
        List<Dispute> found =
                isBrokenCursor ? List.of() : disputes.list(actor.org(), asked.keySet(), after, query.limit() + 1);
        return rows.view(actor.org(), found, asked, query.limit());
    }

    /** What was asked for on the record and on what belongs to it; nothing for whoever may not see it. */
    private Map<UUID, PaymentRequest> asked(RecordRef record, Actor actor) {
        if (!actor.may(permission()) || records.findBalance(actor.org(), record).isEmpty()) {
            return Map.of();
        }
        return requests
                .list(actor.org(), records.listFamily(actor.org(), record), Optional.empty(), Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.toUnmodifiableMap(PaymentRequest::requestId, Function.identity()));
    }

    private static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
