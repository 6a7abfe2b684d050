package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.ActorPrincipal;
import dev.quittance.api.rest.RestModule;
import dev.quittance.stripe.payment.PaymentRequestPage;
import dev.quittance.stripe.payment.PaymentRequestResource;
import dev.quittance.stripe.payment.PaymentRequestView;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import java.security.Principal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Answers;

final class RestIT {
    @ParameterizedTest
    @EnumSource
    void a_viewer_reads_the_requests_of_a_record_and_each_of_them(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            assertThat(shop.open(back)).isPresent();
            PaymentRequestResource resource = resource(shop);

            PaymentRequestPage page = resource.list("project/7", "", as(Shop.office()));

            assertThat(page.items()).hasSize(1);
            PaymentRequestView view = page.items().get(0);
            assertThat(view.state()).isEqualTo("paid");
            assertThat(view.amountMinor()).isEqualTo(4_800_00);
            assertThat(view.method()).isEqualTo("Visa •4242");
            assertThat(resource.get(view.id(), as(Shop.office()))).isEqualTo(view);
            assertThat(page.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void strangers_and_nonsense_get_not_found(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();
            String id = shop.sql("select request_id from payment_request");
            PaymentRequestResource resource = resource(shop);
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.view");
            Actor blind = Shop.actor(Shop.RIDGELINE);

            assertThat(resource.get(id, as(Shop.office())).state()).isEqualTo("open");
            assertAbsent(() -> resource.get(id, as(stranger)));
            assertAbsent(() -> resource.get(id, as(blind)));
            assertAbsent(() -> resource.get("1-1-1-1-1", as(Shop.office())));
            assertAbsent(() -> resource.list("project/99", "", as(Shop.office())));
            assertAbsent(() -> resource.list("project", "", as(Shop.office())));
            assertAbsent(() -> resource.list("project/7", "x", as(Shop.office())));
            assertThat(resource.list("project/7", "", as(stranger)).items()).isEmpty();
        }
    }

    /** The REST API makes its exceptions' answers by an implementation that only hosts have. */
    @BeforeAll
    static void let_exceptions_have_an_answer() {
        Response notFound = mock(Response.class);
        when(notFound.getStatus()).thenReturn(404);
        when(notFound.getStatusInfo()).thenReturn(Response.Status.NOT_FOUND);
        Response.ResponseBuilder builder = mock(Response.ResponseBuilder.class, Answers.RETURNS_SELF);
        when(builder.build()).thenReturn(notFound);
        RuntimeDelegate delegate = mock(RuntimeDelegate.class);
        when(delegate.createResponseBuilder()).thenReturn(builder);
        RuntimeDelegate.setInstance(delegate);
    }

    private static void assertAbsent(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
    }

    private static PaymentRequestResource resource(Shop shop) {
        return (PaymentRequestResource)
                shop.extension(RestModule.class).resources().iterator().next();
    }

    private static SecurityContext as(Actor actor) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return new ActorPrincipal(actor);
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return true;
            }

            @Override
            public String getAuthenticationScheme() {
                return "test";
            }
        };
    }
}
