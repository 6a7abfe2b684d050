package dev.quittance.platform.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.Platform;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.jetty.EarlyAnswers;
import dev.quittance.platform.screen.Flash;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The platform behind a real server, and a browser without script. */
public final class TestServer implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?>");

    private final Server server = new Server();
    private final TestHost host;
    private final Platform platform;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Starts everything. */
    public TestServer(TestHost host, Path data, UnaryOperator<PlatformSettings> refine) throws Exception {
        this.host = host;
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        connector.open();
        server.addConnector(connector);
        base = URI.create("http://localhost:" + connector.getLocalPort());
        host.reachedAt(base);
        PlatformSettings settings = PlatformSettings.of(data, InstallationKeys.of(null, data.resolve("key")));
        platform = Platform.start(refine.apply(settings), host);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.addFilter(new FilterHolder(platform.filter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new HostServlet(host, platform)), "/*");
        EarlyAnswers answers = new EarlyAnswers();
        answers.setHandler(context);
        server.setHandler(answers);
        server.start();
    }

    /** The host's own page, for everything that is not the platform's; {@code /record/{object}/{id}} shows a record's panels. */
    private static final class HostServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient TestHost host;
        private final transient Platform platform;

        HostServlet(TestHost host, Platform platform) {
            this.host = host;
            this.platform = platform;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] path = request.getRequestURI().split("/");
            if (path.length == 4 && path[1].equals("record")) {
                Actor actor = host.actor(request).orElseThrow();
                String flash = platform.screens()
                        .takeFlash(request, response)
                        .map(Flash::message)
                        .orElse("");
                response.getWriter()
                        .write(flash + platform.screens().panels(new RecordRef(path[2], path[3]), actor, request));
            } else {
                response.getWriter().write("the host's own page");
            }
        }
    }

    /** The platform. */
    public Platform platform() {
        return platform;
    }

    /** The host. */
    public TestHost host() {
        return host;
    }

    /** Where it is. */
    public URI base() {
        return base;
    }

    /** A GET by somebody; the empty name for nobody. */
    public HttpResponse<String> get(String user, String path, String... headers) throws Exception {
        return send(request(user, path, headers).GET().build());
    }

    /** A POST of a form. */
    public HttpResponse<String> post(String user, String path, Map<String, String> fields, String... headers)
            throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(user, path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A POST of bytes. */
    public HttpResponse<String> postBytes(String user, String path, byte[] body, String... headers) throws Exception {
        return send(request(user, path, headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Another method. */
    public HttpResponse<String> send(String user, String method, String path) throws Exception {
        return send(request(user, path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** What is hidden in a page's forms, with these answers added. */
    public static Map<String, String> filledIn(HttpResponse<String> page, String... answers) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2) == null ? "" : hidden.group(2));
        }
        for (int i = 0; i < answers.length; i += 2) {
            fields.put(answers[i], answers[i + 1]);
        }
        return fields;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        platform.close();
    }

    private HttpRequest.Builder request(String user, String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
        if (!user.isEmpty()) {
            builder.header("X-User", user);
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
