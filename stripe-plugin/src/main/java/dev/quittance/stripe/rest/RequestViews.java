package dev.quittance.stripe.rest;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.payment.RequestOverview;
import dev.quittance.stripe.payment.RequestOverviews;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestFilter;
import dev.quittance.stripe.request.RequestSearch;
import dev.quittance.stripe.request.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts together what programs see of requests; five statements for a page, however long. Thread-safe. */
final class RequestViews {
    private final RequestSearch search;
    private final RequestOverviews overviews;

    RequestViews(PaymentsRest.Services services) {
        this.search = new RequestSearch(services.database());
        this.overviews = services.overviews();
    }

    /** Newest first, from the one after the given id on. */
    List<PaymentRequestView> list(OrgId org, RequestFilter filter, Optional<UUID> after, int limit) {
        List<PaymentRequest> found = search.list(org, filter, after, limit);
        return found.isEmpty() ? List.of() : views(org, overviews.with(org, found));
    }

    Optional<PaymentRequestView> find(OrgId org, UUID requestId) {
        return overviews
                .find(org, requestId)
                .map(overview -> views(org, List.of(overview)).get(0));
    }

    private List<PaymentRequestView> views(OrgId org, List<RequestOverview> page) {
        List<UUID> ids =
                page.stream().map(overview -> overview.request().requestId()).toList();
        Map<UUID, UUID> splits = search.findSplits(org, ids);
        Map<UUID, List<TimelineEntry>> timelines = search.listTimelines(org, ids);
        return page.stream()
                .map(overview -> {
                    UUID id = overview.request().requestId();
                    UUID split = splits.get(id);
                    return PaymentRequestView.of(
                            overview,
                            split == null ? null : split.toString(),
                            timelines.getOrDefault(id, List.of()).stream()
                                    .map(TimelineEntryView::of)
                                    .toList());
                })
                .toList();
    }
}
