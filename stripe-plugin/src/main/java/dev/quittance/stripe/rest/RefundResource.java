package dev.quittance.stripe.rest;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundPaymentAction;
import dev.quittance.stripe.refund.Refunds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is given back of a payment, as JSON, of the caller's organisation only. Thread-safe. */
@RequiresPermission(PaymentsList.PERMISSION)
@Path("payments/{payment}/refunds")
@Produces(MediaType.APPLICATION_JSON)
public final class RefundResource {
    private final PluginContext context;
    private final Payments payments;
    private final Refunds refunds;
    private final RefundMaker maker;

    RefundResource(PaymentsRest.Services services) {
        this.context = services.context();
        this.payments = services.payments();
        this.refunds = services.refunds();
        this.maker = new RefundMaker(services.refunds());
    }

    /** The refunds of a payment, oldest first. */
    @GET
    @Operation(operationId = "listRefunds", summary = "List the refunds of a payment, oldest first")
    public RefundPage list(@PathParam("payment") String id, @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        Payment payment = payment(id, actor);
        return new RefundPage(refunds.books().list(actor.org(), List.of(payment.requestId())).stream()
                .filter(refund -> refund.paymentId().equals(payment.paymentId()))
                .map(RefundView::of)
                .toList());
    }

    /** Gives money back. Safe to repeat with the same {@code Idempotency-Key}. */
    @POST
    @RequiresPermission(RefundPaymentAction.PERMISSION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createRefund",
            summary = "Give a payment back, or a part of it",
            description =
                    "Each call gives back once more: send an Idempotency-Key to be able to repeat one. Look at the state of "
                            + "what comes back: reserved and pending go on by themselves.")
    @ApiResponse(
            responseCode = "201",
            description = "Set aside and asked of Stripe, or done before with the same Idempotency-Key",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Nothing was given back",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response post(
            @PathParam("payment") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewRefund.class)))
                    InputStream body,
            @Parameter(description = "Names this refund of yours, so that repeating it does nothing twice")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @Context SecurityContext security)
            throws IOException {
        Actor actor = Callers.refunder(security);
        String key = SubmissionKeys.of(Optional.ofNullable(idempotencyKey), actor, context.ids());
        Refund made = maker.make(body.readAllBytes(), payment(id, actor), key, actor);
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .entity(RefundView.of(made))
                .build();
    }

    private Payment payment(String id, Actor actor) {
        return Ids.find(id)
                .flatMap(paymentId -> payments.find(actor.org(), paymentId))
                .orElseThrow(NotFoundException::new);
    }
}
