package dev.quittance.emulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A business's webhook endpoint: keeps what comes, answers as told. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger status = new AtomicInteger(200);
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver open() {
        Receiver receiver = closedGate();
        receiver.letThrough();
        return receiver;
    }

    /** Holds every delivery until it is let through. */
    static Receiver closedGate() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/hooks", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                receiver.signatures.add(exchange.getRequestHeaders().getFirst("Stripe-Signature"));
                receiver.bodies.add(body);
                receiver.waitForGate();
                exchange.sendResponseHeaders(receiver.status.get(), -1);
                exchange.close();
            });
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitForGate() {
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void letThrough() {
        gate.countDown();
    }

    void answer(int newStatus) {
        status.set(newStatus);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks";
    }

    List<String> signatures() {
        return signatures;
    }

    /** The next delivery's body, or an empty text if none comes in time. */
    String next(Duration atMost) throws InterruptedException {
        String body = bodies.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return body == null ? "" : body;
    }

    @Override
    public void close() {
        letThrough();
        server.stop(0);
    }
}
