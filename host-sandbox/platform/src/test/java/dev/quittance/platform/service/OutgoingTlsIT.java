package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key goes to a server that proves who it is, or to none. */
final class OutgoingTlsIT {
    private static final String WRITE = "/project/1/actions/sample/write";
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private Path folder;

    @Test
    void a_server_with_a_certificate_of_its_own_making_gets_neither_request_nor_key() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpsServer impostor = impostor(seen);
        URI there = URI.create("https://localhost:" + impostor.getAddress().getPort());
        try (TestHost host = new TestHost(TestDatabase.H2);
                TestServer server = new TestServer(
                        host,
                        folder.resolve("data"),
                        settings -> settings.withOriginSubstitutions(
                                Map.of(URI.create("https://api.sample.test"), there)))) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("sample", "1.0.0").zip(folder));
            server.platform().plugins().enable("sample");

            String answer = server.post(
                            "olga",
                            WRITE,
                            TestServer.filledIn(
                                    server.get("olga", WRITE),
                                    "what",
                                    "call",
                                    "amount",
                                    "1",
                                    "more",
                                    "https://api.sample.test/v1/x",
                                    "key",
                                    "sk_1"),
                            "Accept",
                            "application/vnd.quittance.ui+json")
                    .body();

            assertThat(answer).contains("no answer").doesNotContain("status");
            assertThat(seen).isEmpty();
        } finally {
            impostor.stop(0);
        }
    }

    private HttpsServer impostor(List<String> seen) throws Exception {
        Path file = folder.resolve("impostor.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(proving(file)));
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Proves itself by what lies in this file. */
    private static SSLContext proving(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
