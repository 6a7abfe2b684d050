package dev.quittance.stripe.payment;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.rest.ActorPrincipal;
import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.request.RequestRecords;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Payment requests as JSON, of the caller's organisation only. What is another organisation's, or not for this caller, is as
 * absent as what never was: 404. Reads only.
 */
@Path("payment-requests")
@RequiresPermission(PaymentsList.PERMISSION)
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentRequestResource {
    private static final int PAGE = 50;

    private final RequestOverviews overviews;
    private final RequestRecords records;

    PaymentRequestResource(RequestOverviews overviews, RequestRecords records) {
        this.overviews = overviews;
        this.records = records;
    }

    /** The requests for a record, newest first. */
    @GET
    public PaymentRequestPage list(
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("after") @DefaultValue("") String after,
            @Context SecurityContext security) {
        Actor actor = viewer(security);
        String[] parts = record.split("/", 2);
        if (parts.length != 2) {
            throw new NotFoundException();
        }
        RecordRef ref = new RecordRef(parts[0], parts[1]);
        Optional<UUID> cursor = RequestKeys.find(after);
        if (records.findBalance(actor.org(), ref).isEmpty() || (cursor.isEmpty() && !after.isEmpty())) {
            throw new NotFoundException();
        }
        List<RequestOverview> found = overviews.list(actor.org(), ref, cursor, PAGE + 1);
        List<PaymentRequestView> page =
                found.stream().limit(PAGE).map(PaymentRequestView::of).collect(Collectors.toList());
        return new PaymentRequestPage(
                page, found.size() > PAGE ? page.get(PAGE - 1).id() : "");
    }

    /** One request. */
    @GET
    @Path("{id}")
    public PaymentRequestView get(@PathParam("id") String id, @Context SecurityContext security) {
        Actor actor = viewer(security);
        return RequestKeys.find(id)
                .flatMap(requestId -> overviews.find(actor.org(), requestId))
                .map(PaymentRequestView::of)
                .orElseThrow(NotFoundException::new);
    }

    private static Actor viewer(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        if (principal instanceof ActorPrincipal known && known.actor().may(PaymentsList.PERMISSION)) {
            return known.actor();
        }
        throw new NotFoundException();
    }
}
