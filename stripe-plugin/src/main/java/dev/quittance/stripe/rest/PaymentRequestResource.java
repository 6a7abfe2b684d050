package dev.quittance.stripe.rest;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestPaymentAction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payment requests as JSON, of the caller's organisation only. What is another organisation's, or not for this caller, is as
 * absent as what never was: 404. Thread-safe.
 */
@RequiresPermission(PaymentsList.PERMISSION)
@Path("payment_requests")
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentRequestResource {
    private final PluginContext context;
    private final RequestMaker maker;
    private final RequestViews views;

    PaymentRequestResource(PaymentsRest.Services services) {
        this.context = services.context();
        this.maker = new RequestMaker(services.desk());
        this.views = new RequestViews(services);
    }

    /** The requests, newest first, a page at a time. */
    @GET
    @Operation(
            operationId = "listPaymentRequests",
            summary = "List payment requests, newest first, of a record or of the whole organisation")
    @Parameter(
            in = ParameterIn.QUERY,
            name = RequestQuery.RECORD_OBJECT,
            description = "Only for records of this kind",
            example = "project",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = RequestQuery.RECORD_ID,
            description = "Only for the record of this id; with record_object",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = RequestQuery.STATE,
            description = "Only those in this state",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "draft",
                                "open",
                                "processing",
                                "partly_paid",
                                "paid",
                                "expired",
                                "canceled",
                                "closed"
                            }))
    @Parameter(
            in = ParameterIn.QUERY,
            name = Paging.STARTING_AFTER,
            description = "The id of the last one you have",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = Paging.LIMIT,
            description = "1 to 100; 50 unless given",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    public PaymentRequestPage list(@Context UriInfo address, @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        RequestQuery query = RequestQuery.of(address);
        Paging paging = query.paging();
        List<PaymentRequestView> found = views.list(actor.org(), query.filter(), paging.after(), paging.limit() + 1);
        return new PaymentRequestPage(
                found.subList(0, Math.min(found.size(), paging.limit())), found.size() > paging.limit());
    }

    /** One request. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getPaymentRequest", summary = "Get a payment request with its payments and timeline")
    public PaymentRequestView get(@PathParam("id") String id, @Context SecurityContext security) {
        Actor actor = Callers.viewer(security);
        return Ids.find(id)
                .flatMap(requestId -> views.find(actor.org(), requestId))
                .orElseThrow(NotFoundException::new);
    }

    /** Asks a customer for money. Safe to repeat with the same {@code Idempotency-Key}. */
    @POST
    @RequiresPermission(RequestPaymentAction.PERMISSION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createPaymentRequest",
            summary = "Ask a customer for money",
            description = "By the same rules as the Request Payment form: the customer gets a mail with a pay link. "
                    + "Send an Idempotency-Key to be able to repeat it.")
    @ApiResponse(
            responseCode = "201",
            description = "Made, or made before with the same Idempotency-Key",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
            content = @Content(schema = @Schema(implementation = PaymentRequestView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Not made; nothing was sent",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response post(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewPaymentRequest.class)))
                    InputStream body,
            @Parameter(description = "Names this request of yours, so that repeating it does nothing twice")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @Context UriInfo address,
            @Context SecurityContext security)
            throws IOException {
        Actor actor = Callers.requester(security);
        String key = SubmissionKeys.of(Optional.ofNullable(idempotencyKey), actor, context.ids());
        PaymentRequest made = maker.make(body.readAllBytes(), key, actor);
        PaymentRequestView view = views.find(actor.org(), made.requestId()).orElseThrow();
        return Response.created(address.getAbsolutePathBuilder().path(view.id()).build())
                .type(MediaType.APPLICATION_JSON)
                .entity(view)
                .build();
    }
}
