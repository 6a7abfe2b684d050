package dev.quittance.stripe.rest;

import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.stripe.payment.PaymentsList;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** This interface's own description, as the build made it of the resource classes. For everybody who may see payments. Thread-safe. */
@Hidden
@RequiresPermission(PaymentsList.PERMISSION)
@Path("openapi.json")
public final class OpenApiResource {
    OpenApiResource() {}

    /** The OpenAPI 3.1 document. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String get(@Context SecurityContext security) {
        Callers.requireViewer(security);
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new NotFoundException();
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
