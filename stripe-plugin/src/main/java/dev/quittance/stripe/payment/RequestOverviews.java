package dev.quittance.stripe.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.letter.Letters;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts requests, payments and attempts together for those who show them; three statements for a page, however long. Thread-safe. */
public final class RequestOverviews {
    private final Requests requests;
    private final Payments payments;
    private final Attempts attempts;
    private final Letters letters;

    /** Overviews of these. */
    public RequestOverviews(Requests requests, Payments payments, Attempts attempts, Letters letters) {
        this.requests = requests;
        this.payments = payments;
        this.attempts = attempts;
        this.letters = letters;
    }

    List<RequestOverview> list(OrgId org, RecordRef record, Optional<UUID> after, int limit) {
        return list(org, List.of(record), after, limit);
    }

    List<RequestOverview> list(OrgId org, List<RecordRef> records, Optional<UUID> after, int limit) {
        return with(org, requests.list(org, records, after, limit));
    }

    /** The request with everything that came of it, or empty if this organisation has none by that id. */
    public Optional<RequestOverview> find(OrgId org, UUID requestId) {
        return requests.find(org, requestId)
                .map(request -> with(org, List.of(request)).get(0));
    }

    /** When the money of these is expected at the bank, by payment, where Stripe has said so. */
    Map<UUID, Instant> listArrivals(OrgId org, List<RequestOverview> page) {
        List<UUID> paymentIds = page.stream()
                .flatMap(overview -> overview.payments().stream())
                .map(Payment::paymentId)
                .collect(Collectors.toList());
        return payments.listArrivals(org, paymentIds);
    }

    /** These requests with everything that came of them, in the same order. */
    public List<RequestOverview> with(OrgId org, List<PaymentRequest> page) {
        List<UUID> ids = page.stream().map(PaymentRequest::requestId).collect(Collectors.toList());
        List<Payment> paid = payments.list(org, ids);
        List<Attempt> tried = attempts.list(org, ids);
        List<Letter> written = letters.list(org, ids);
        return page.stream()
                .map(request -> new RequestOverview(
                        request,
                        paid.stream()
                                .filter(payment -> payment.requestId().equals(request.requestId()))
                                .collect(Collectors.toUnmodifiableList()),
                        tried.stream()
                                .filter(attempt -> attempt.requestId().equals(request.requestId()))
                                .collect(Collectors.toUnmodifiableList()),
                        written.stream()
                                .filter(letter -> letter.requestId().equals(request.requestId()))
                                .reduce((earlier, later) -> later)))
                .collect(Collectors.toUnmodifiableList());
    }
}
