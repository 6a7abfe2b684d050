package dev.quittance.trials.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection that is kept, as bare as can be, so that the caller takes little of the machine. */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final String head;

    private KeptConnection(Socket socket, String head) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.head = head;
    }

    /** Opens one whose calls all have these headers, each of them with its end of line. */
    static KeptConnection open(URI url, String headers) throws IOException {
        Socket socket = new Socket("127.0.0.1", url.getPort());
        socket.setTcpNoDelay(true);
        return new KeptConnection(
                socket, " HTTP/1.1\r\nHost: localhost:" + url.getPort() + "\r\n" + headers + "Content-Length: ");
    }

    /**
     * Sends a body of plain signs and reads the whole answer.
     *
     * @param path where to
     * @param more headers of this call, each of them with its end of line
     * @param body what
     * @throws IOException if the answer is not 200
     */
    void post(String path, String more, String body) throws IOException {
        String request = "POST " + path + head + body.length() + "\r\n" + more + "\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).trim());
            }
        }
        in.skipNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the answer was " + status);
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
