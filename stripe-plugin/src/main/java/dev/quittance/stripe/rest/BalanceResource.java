package dev.quittance.stripe.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.RequestRecords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Where the host's records stand with money, as JSON. Reads only; thread-safe. */
@RequiresPermission(PaymentsList.PERMISSION)
@Path("records/{object}/{id}/balance")
@Produces(MediaType.APPLICATION_JSON)
public final class BalanceResource {
    private final RequestRecords records;

    BalanceResource(RequestRecords records) {
        this.records = records;
    }

    /** What was asked for on a record, is on its way and came. */
    @GET
    @Operation(operationId = "getBalance", summary = "Get where a record stands with money")
    public BalanceView get(
            @Parameter(description = "The record's kind", example = "project") @PathParam("object") String object,
            @Parameter(description = "The host's id of it") @PathParam("id") String id,
            @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        if (!Ids.isName(object) || !Ids.isName(id)) {
            throw new NotFoundException();
        }
        RecordRef record = new RecordRef(object, id);
        return records.findBalance(actor.org(), record)
                .map(balance -> BalanceView.of(RecordView.of(record), balance, records.findUnpaid(actor.org(), record)))
                .orElseThrow(NotFoundException::new);
    }
}
