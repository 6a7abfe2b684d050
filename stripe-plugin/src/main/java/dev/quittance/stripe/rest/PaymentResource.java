package dev.quittance.stripe.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentSearch;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.PaymentsList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments as JSON, of the caller's organisation only. Reads only; thread-safe. */
@RequiresPermission(PaymentsList.PERMISSION)
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentResource {
    private final PaymentSearch search;
    private final Payments payments;

    PaymentResource(PaymentsRest.Services services) {
        this.search = new PaymentSearch(services.database());
        this.payments = services.payments();
    }

    /** All payments, newest first, a page at a time. */
    @GET
    @Operation(operationId = "listPayments", summary = "List payments, newest first")
    public PaymentPage list(
            @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(allowableValues = {"processing", "succeeded", "failed"}))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "The id of the last one you have") @QueryParam(Paging.STARTING_AFTER) @Nullable
                    String startingAfter,
            @Parameter(
                            description = "1 to 100; 50 unless given",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
                    @QueryParam(Paging.LIMIT)
                    @Nullable
                    String limit,
            @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        Paging paging = Paging.of(startingAfter, limit);
        List<Payment> found = search.list(actor.org(), state(state), paging.after(), paging.limit() + 1);
        return new PaymentPage(
                found.stream().limit(paging.limit()).map(PaymentView::of).toList(), found.size() > paging.limit());
    }

    /** One payment. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getPayment", summary = "Get a payment")
    public PaymentView get(@PathParam("id") String id, @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        return Ids.find(id)
                .flatMap(paymentId -> payments.find(actor.org(), paymentId))
                .map(PaymentView::of)
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<PaymentState> state(@Nullable String wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        for (PaymentState state : PaymentState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(state);
            }
        }
        throw Problems.badQuery(new FieldProblem("state", "unknown_state", "There is no such state."));
    }
}
