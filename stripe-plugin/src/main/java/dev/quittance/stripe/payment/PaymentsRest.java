package dev.quittance.stripe.payment;

import dev.quittance.api.rest.RestModule;
import dev.quittance.stripe.request.RequestRecords;
import java.util.Set;
import org.pf4j.Extension;

/** The plugin's REST resources. */
@Extension
public final class PaymentsRest implements RestModule {
    private final Set<Object> resources;

    /** Resources over these. */
    public PaymentsRest(RequestOverviews overviews, RequestRecords records) {
        this.resources = Set.of(new PaymentRequestResource(overviews, records));
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }
}
