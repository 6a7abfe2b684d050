package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Platform;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.jetty.EarlyAnswers;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import jakarta.servlet.DispatcherType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever of the host's services fails, whoever asked sees a page and a reference, and nothing of our insides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostFaultsIT {
    private static final String DETAIL = "select secret from dev.quittance.Inside";
    private static final List<String> ADDRESSES = List.of(
            "/project/1/actions/sample/write",
            "/project/1/lists/sample/notes",
            "/x/sample/settings",
            "/see/tok",
            "/see/boom",
            "/api/plugins/sample/notes?prefix=a",
            "/webhooks/sample/e1");

    private final AtomicReference<String> broken = new AtomicReference<>("");
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestHost real;
    private Platform platform;
    private URI base;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        real = new TestHost(TestDatabase.H2);
        Host host = breakable(Host.class, real);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        connector.open();
        server.addConnector(connector);
        base = URI.create("http://localhost:" + connector.getLocalPort());
        platform = Platform.start(PlatformSettings.of(folder, InstallationKeys.of("", folder.resolve("key"))), host);
        platform.plugins().install(PluginBuild.of("sample", "1.0.0").zip(folder));
        platform.plugins().enable("sample");
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.addFilter(new FilterHolder(platform.filter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        EarlyAnswers answers = new EarlyAnswers();
        answers.setHandler(context);
        server.setHandler(answers);
        server.start();
    }

    @AfterAll
    void end() throws Exception {
        broken.set("");
        server.stop();
        platform.close();
        real.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor",
                "csrf",
                "token",
                "layout",
                "page",
                "heading",
                "records",
                "findOrg",
                "notifications",
                "getConnection",
                "mailServer",
                "signInPage",
                "settlements",
                "clock"
            })
    void a_service_that_fails_gives_a_reference_and_no_detail(String method) throws Exception {
        broken.set(method);
        int failed = 0;
        for (String address : ADDRESSES) {
            for (String user : List.of("olga", "")) {
                for (boolean post : List.of(false, true)) {
                    HttpResponse<String> answer = send(address, user, post);
                    String where = method + " " + address + " " + user;
                    assertThat(answer.body())
                            .as(where)
                            .doesNotContain(DETAIL, "Exception", "\tat ", "java.", "jetty", "select ");
                    if (answer.statusCode() >= 500 && !address.startsWith("/webhooks")) {
                        assertThat(answer.body())
                                .as(where)
                                .containsPattern("(?i)reference\\W+(?!platform)[0-9a-zA-Z_-]{6,}");
                        failed++;
                    }
                }
            }
        }
        boolean used = List.of("actor", "csrf", "layout", "heading", "findOrg").contains(method);
        assertThat(failed > 0 || !used).as(method + " was asked").isTrue();
    }

    private HttpResponse<String> send(String address, String user, boolean post) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!user.isEmpty()) {
            request.header("X-User", user);
        }
        if (post) {
            request.POST(HttpRequest.BodyPublishers.ofString("_form=write&_submission=abc&_csrf=token-of-olga&what=x"));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The same object, of which any one method can be made to fail, and of what its methods give. */
    private <T> T breakable(Class<T> type, T whole) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(broken.get())) {
                        throw type == DataSource.class ? new SQLException(DETAIL) : new IllegalStateException(DETAIL);
                    }
                    try {
                        Object given = method.invoke(whole, arguments);
                        Class<?> promised = method.getReturnType();
                        boolean service = promised.isInterface()
                                && given != null
                                && (promised.getName().startsWith("dev.quittance") || promised == DataSource.class);
                        return service ? wrapped(promised, given) : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private <T> Object wrapped(Class<T> type, Object given) {
        return breakable(type, type.cast(given));
    }
}
