package dev.quittance.crm.sandbox;

import dev.quittance.crm.record.InvoiceEntry;
import dev.quittance.crm.web.Router;
import dev.quittance.crm.web.SecurityHeaders;
import dev.quittance.platform.Platform;
import dev.quittance.platform.jetty.EarlyAnswers;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server, on the loopback interface. It takes its port at once and answers when it is started. */
final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** A page waits for the database, and a payment page for Stripe; more than these at a time would only queue there. */
    private static final int THREADS = 40;

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    /** The longest form is an invoice's: a hundred lines of some four hundred letters. As much as the platform reads for plugins. */
    private static final int FORM_BYTES = 128 * 1024;
    /** Description, quantity, price and tax. */
    private static final int FIELDS_OF_A_LINE = 4;
    /** What a form has beside its lines: more than any has. */
    private static final int OTHER_FIELDS = 20;

    private static final int FORM_FIELDS = FIELDS_OF_A_LINE * InvoiceEntry.MAX_LINES + OTHER_FIELDS;
    /** The slowest phone is faster; whoever dribbles a body would keep a thread for as long as they like. */
    private static final long BODY_BYTES_PER_SECOND = 100;

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any
     */
    static WebServer bind(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setMinRequestDataRate(BODY_BYTES_PER_SECOND);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_LIMIT.toMillis());
        server.addConnector(connector);
        server.setStopTimeout(STOP_LIMIT.toMillis());
        try {
            connector.open();
        } catch (BindException e) {
            throw new StartException(
                    "Port " + port + " is taken. Stop what runs there, or choose another with --port N (0: any).", e);
        } catch (IOException e) {
            throw new StartException("Port " + port + " cannot be taken: " + e.getMessage(), e);
        }
        return new WebServer(server, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    void start(SecurityHeaders headers, Platform platform, Router router) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setMaxFormContentSize(FORM_BYTES);
        context.setMaxFormKeys(FORM_FIELDS);
        EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
        context.addFilter(new FilterHolder(headers), "/*", requests);
        FilterHolder plugins = new FilterHolder(platform.filter());
        plugins.setAsyncSupported(true);
        context.addFilter(plugins, "/*", requests);
        context.addServlet(new ServletHolder("crm", router), "/");
        context.setErrorHandler(quiet(new org.eclipse.jetty.ee10.servlet.ErrorHandler()));
        server.setErrorHandler(quiet(new ErrorHandler()));
        EarlyAnswers answers = new EarlyAnswers();
        answers.setHandler(context);
        server.setHandler(answers);
        try {
            server.start();
        } catch (Exception e) {
            throw new StartException("The web server does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server does not stop", e);
        }
    }

    /** What Jetty itself refuses is refused with a status and nothing of our insides. */
    private static ErrorHandler quiet(ErrorHandler handler) {
        handler.setShowStacks(false);
        handler.setShowCauses(false);
        handler.setShowOrigin(false);
        handler.setShowMessageInTitle(false);
        return handler;
    }
}
