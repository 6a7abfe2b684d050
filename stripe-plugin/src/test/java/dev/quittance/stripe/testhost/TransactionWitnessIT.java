package dev.quittance.stripe.testhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.stripe.storage.Database;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test host notices by itself whoever leaves the database inside a transaction; every test stands on that. */
final class TransactionWitnessIT {
    @ParameterizedTest
    @EnumSource
    void a_call_to_the_outside_inside_a_transaction_fails_the_test(TestDatabase kind) throws Exception {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());

            assertThatThrownBy(() -> database.inTransaction(tx -> send(host)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("GET /v1/account");
            assertThatThrownBy(() -> database.inTransaction(tx -> host.jobs().runSoon("sweep", "now")))
                    .isInstanceOf(AssertionError.class);
            assertThat(host.outgoing().sent()).isEmpty();

            send(host);
            assertThat(host.outgoing().sent()).hasSize(1);
        }
    }

    private static void send(TestHost host) {
        OutgoingRequest request = new OutgoingRequest(
                "GET",
                URI.create("https://api.stripe.com/v1/account"),
                Map.of(),
                Optional.empty(),
                new byte[0],
                Duration.ofSeconds(1));
        try {
            assertThat(host.outgoing().send(request).status()).isEqualTo(401);
        } catch (dev.quittance.api.host.OutgoingException e) {
            throw new IllegalStateException(e);
        }
    }
}
