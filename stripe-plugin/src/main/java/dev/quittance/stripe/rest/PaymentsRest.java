package dev.quittance.stripe.rest;

import dev.quittance.api.PluginContext;
import dev.quittance.api.rest.RestModule;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.RequestOverviews;
import dev.quittance.stripe.refund.Refunds;
import dev.quittance.stripe.request.RequestDesk;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.storage.Database;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import java.util.Set;
import org.pf4j.Extension;

/** The plugin's REST resources. */
@Extension
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Stripe payments",
                        version = "1",
                        description =
                                "Payment requests and payments of the caller's organisation, by the same rules as the pages. "
                                        + "What is another organisation's, or not for this caller, is as absent as what never was: 404. "
                                        + "Fields may be added; none changes its meaning."),
        servers = @Server(url = "/api/plugins/stripe-payments"))
public final class PaymentsRest implements RestModule {
    private final Set<Object> resources;

    /**
     * What the resources stand on.
     *
     * @param context the host's services
     * @param database the plugin's own tables
     * @param desk makes requests
     * @param overviews shows them
     * @param payments shows payments
     * @param records knows where records stand
     * @param refunds gives money back
     */
    public record Services(
            PluginContext context,
            Database database,
            RequestDesk desk,
            RequestOverviews overviews,
            Payments payments,
            RequestRecords records,
            Refunds refunds) {}

    /** Resources over these. */
    public PaymentsRest(Services services) {
        this.resources = Set.of(
                new PaymentRequestResource(services),
                new PaymentResource(services),
                new RefundResource(services),
                new BalanceResource(services.records()),
                new OpenApiResource());
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }
}
