package dev.quittance.trials.sdk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where webhooks arrive. */
final class Mailbox implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /** What came, with the header that signs it. */
    record Letter(String body, String signature) {}

    private final HttpServer server;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

    private Mailbox(HttpServer server) {
        this.server = server;
    }

    static Mailbox open() {
        try {
            Mailbox mailbox =
                    new Mailbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            mailbox.server.createContext("/hooks", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                mailbox.letters.add(
                        new Letter(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            mailbox.server.start();
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks";
    }

    /** The next that came or comes; it must within a minute. */
    Letter next() throws InterruptedException {
        Letter letter = letters.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (letter == null) {
            throw new IllegalStateException("nothing came within " + PATIENCE_SECONDS + " s");
        }
        return letter;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
