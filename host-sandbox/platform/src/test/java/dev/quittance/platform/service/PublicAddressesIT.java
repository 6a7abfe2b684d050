package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.host.InstallationKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that a manifest declares, and that somebody points at an address within. */
final class PublicAddressesIT {
    private final AtomicInteger hits = new AtomicInteger();

    @TempDir
    private Path folder;

    private HttpServer inner;

    @BeforeEach
    void start() throws Exception {
        inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inner.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inner.start();
    }

    @AfterEach
    void stop() {
        inner.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001:0:53aa::1",
                "2001:db8::1"
            })
    void inner_and_reserved_addresses_are_not_public(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "128.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::",
                "2a00:1450:4001::1"
            })
    void others_are(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_declared_name_that_leads_within_gets_nothing() throws Exception {
        URI address = URI.create("https://localhost:" + inner.getAddress().getPort() + "/x");

        assertThatThrownBy(() ->
                        outgoing(address, Map.of(), InetAddress::getAllByName).send(request(address)))
                .isInstanceOfSatisfying(
                        OutgoingException.class, e -> assertThat(e.isNotSent()).isTrue())
                .hasMessageContaining("not public");
        assertThat(hits).hasValue(0);
    }

    @Test
    void one_address_within_among_public_ones_is_enough_and_each_request_looks_again() throws Exception {
        URI address = URI.create("https://api.sample.test/x");
        Deque<String[]> answers =
                new ArrayDeque<>(List.of(new String[] {"1.1.1.1", "10.0.0.1"}, new String[] {"169.254.169.254"}));
        PublicAddresses.Names names = host -> addresses(answers.removeFirst());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> outgoing(address, Map.of(), names).send(request(address)))
                    .hasMessageContaining("api.sample.test leads to an address that is not public");
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void where_the_host_itself_leads_an_origin_it_may_be_near() throws Exception {
        URI declared = URI.create("https://api.sample.test/x");
        URI near = URI.create("http://localhost:" + inner.getAddress().getPort());
        PublicAddresses.Names nobody = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(outgoing(declared, Map.of(URI.create("https://api.sample.test"), near), nobody)
                        .send(request(declared))
                        .status())
                .isEqualTo(200);
        assertThat(hits).hasValue(1);
    }

    @Test
    void what_is_not_https_or_not_known_is_not_sent() throws Exception {
        URI plain = URI.create("http://localhost:" + inner.getAddress().getPort() + "/x");
        URI unknown = URI.create("https://api.sample.test/x");
        PublicAddresses.Names nobody = host -> {
            throw new UnknownHostException(host);
        };

        assertThatThrownBy(() ->
                        outgoing(plain, Map.of(), host -> addresses("1.1.1.1")).send(request(plain)))
                .hasMessageContaining("https only");
        assertThatThrownBy(() -> outgoing(unknown, Map.of(), nobody).send(request(unknown)))
                .isInstanceOfSatisfying(
                        OutgoingException.class, e -> assertThat(e.isNotSent()).isTrue())
                .hasMessageContaining("not known");
        assertThat(hits).hasValue(0);
    }

    private HttpOutgoing outgoing(URI declared, Map<URI, URI> led, PublicAddresses.Names names) throws Exception {
        PluginManifest manifest = new PluginManifest(
                "sample",
                "1",
                "Sample",
                "X",
                new PluginManifest.Network(List.of(declared.resolve("/")), List.of()),
                Set.of(),
                false,
                List.of(),
                Optional.empty());
        PluginSecrets secrets =
                new PluginSecrets(new SealedBox(InstallationKeys.of(null, folder.resolve("key"))), manifest);
        HttpOutgoing.Way way = new HttpOutgoing.Way(HttpClient.newHttpClient(), new PublicAddresses(names));
        return new HttpOutgoing(way, manifest, new Origins(led), secrets);
    }

    private static OutgoingRequest request(URI address) {
        return new OutgoingRequest("GET", address, Map.of(), Optional.empty(), new byte[0], Duration.ofSeconds(20));
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }
}
