package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.Chance;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevocationTest {
    private final Revocation revocation = new Revocation("one");

    @Test
    void a_service_works_until_it_is_revoked() {
        Chance chance = revocation.guard(Chance.class, bound -> bound - 1);
        Clock clock = revocation.guard(Clock.systemUTC());
        assertThat(chance.below(7)).isEqualTo(6);
        assertThat(clock.instant()).isNotNull();

        revocation.revoke();

        assertThatThrownBy(() -> chance.below(7)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(clock::instant).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_service_throws_comes_as_it_is() {
        Outgoing outgoing = revocation.guard(Outgoing.class, request -> {
            throw OutgoingException.notSent("refused", null);
        });
        OutgoingRequest request = new OutgoingRequest(
                "GET", URI.create("https://a.test"), Map.of(), Optional.empty(), new byte[0], Duration.ofSeconds(1));

        assertThatThrownBy(() -> outgoing.send(request))
                .isInstanceOfSatisfying(
                        OutgoingException.class, e -> assertThat(e.isNotSent()).isTrue());
    }

    @Test
    void host_code_runs_with_the_hosts_class_loader() {
        ClassLoader plugins = new ClassLoader() {};
        Chance chance = revocation.guard(
                Chance.class, bound -> Thread.currentThread().getContextClassLoader() == plugins ? 1 : 0);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(plugins);
        try {
            assertThat(chance.below(2)).isZero();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(plugins);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
