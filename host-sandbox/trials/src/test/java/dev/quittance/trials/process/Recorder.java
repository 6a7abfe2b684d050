package dev.quittance.trials.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between two who talk to each other, passes everything on as it is, and keeps all of it. Thread-safe. */
final class Recorder implements AutoCloseable {
    private static final int CHUNK = 8192;

    private final ServerSocket door;
    private final int behind;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    private Recorder(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /** One connection; what was said so far, a character for each byte. */
    static final class Conversation {
        private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
        private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

        /** By whoever came. */
        String asked() {
            return asked.toString(StandardCharsets.ISO_8859_1);
        }

        /** By whoever stands behind. */
        String answered() {
            return answered.toString(StandardCharsets.ISO_8859_1);
        }

        String whole() {
            return asked() + "\n" + answered();
        }
    }

    /** Begins to listen for those who want to reach this port of this machine. */
    static Recorder before(int behind) throws IOException {
        Recorder recorder = new Recorder(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind);
        start(recorder::listen);
        return recorder;
    }

    /** A port that is free now. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Where to come to. */
    URI url() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** Every connection so far, those that are still open included. */
    List<Conversation> conversations() {
        return conversations;
    }

    private void listen() {
        try {
            while (!door.isClosed()) {
                Socket here = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), behind);
                Conversation conversation = new Conversation();
                conversations.add(conversation);
                start(() -> pass(here, there, conversation.asked));
                start(() -> pass(there, here, conversation.answered));
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void pass(Socket from, Socket to, ByteArrayOutputStream kept) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            int read;
            while ((read = in.read(chunk)) >= 0) {
                // Kept first: nothing is passed on that is not kept.
                kept.write(chunk, 0, read);
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side has gone; so does the other.
            assert e.getMessage() != null;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "recorder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
