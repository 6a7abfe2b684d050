package dev.quittance.emulator.http;

import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.port.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A local Stripe on a port, with its webhooks going out. Thread-safe; {@link #close} may be called twice. */
public final class EmulatorServer implements AutoCloseable {
    /** A few payers wait up to ten seconds each for their redirect; the rest are short calls under one lock. */
    private static final int MAX_THREADS = 64;

    private static final int MIN_THREADS = 4;

    /** A client slower than this is gone. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Server server;
    private final LocalStripe stripe;
    private final WebhookPump pump;
    private final URI url;
    private final EmulatorSettings settings;

    private EmulatorServer(Server server, LocalStripe stripe, WebhookPump pump, URI url, EmulatorSettings settings) {
        this.server = server;
        this.stripe = stripe;
        this.pump = pump;
        this.url = url;
        this.settings = settings;
    }

    /**
     * Binds the port, reads the journal, and begins to answer.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static EmulatorServer start(EmulatorSettings settings) {
        Server server = new Server(new QueuedThreadPool(MAX_THREADS, MIN_THREADS));
        server.setErrorHandler(new PlainErrors());
        ServerConnector connector = connector(server, settings);
        try {
            // Bound before the core opens, as the core has to know the port.
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + settings.port() + " cannot be used: " + e.getMessage() + ". Choose another with --port.",
                    e);
        }
        URI url = settings.origin().orElseGet(() -> URI.create("http://localhost:" + connector.getLocalPort()));
        try {
            LocalStripe stripe =
                    LocalStripe.open(new World(settings.clock(), settings.chance(), settings.journal(), url));
            WebhookPump pump = new WebhookPump(stripe, settings.clock());
            server.setHandler(new CoreHandler(stripe, pump, settings.acknowledgeWait()));
            server.start();
            pump.start();
            return new EmulatorServer(server, stripe, pump, url, settings);
        } catch (Exception e) {
            connector.close();
            throw e instanceof RuntimeException known ? known : new IllegalStateException("The server cannot start", e);
        }
    }

    private static ServerConnector connector(Server server, EmulatorSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Odd paths are answered in Stripe's error shape by the core, which never touches a file.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    /** Where API and pages are reached. */
    public URI url() {
        return url;
    }

    /** The core, for its owner: accounts and books. */
    public LocalStripe stripe() {
        return stripe;
    }

    /** Tells the pump that something may be due, after the clock was moved. */
    public void wake() {
        pump.wake();
    }

    /** Waits until the server stops. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Stops answering and delivering, and lets go of the journal. */
    @Override
    public void close() {
        pump.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        } finally {
            settings.journal().close();
        }
    }
}
