package dev.quittance.trials.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP connection that is kept, as bare as can be, so that the caller takes little of the machine. Not thread-safe. */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_HEADERS = 16 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private final byte[] buffer = new byte[MOST_HEADERS];
    private int have;

    private KeptConnection(Socket socket, String head) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
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
        int head = readHead();
        String answer = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int length = length(answer);
        int there = have - head;
        in.skipNBytes(Math.max(0, length - there));
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new IOException("the answer was " + answer.lines().findFirst().orElse(""));
        }
    }

    /** Reads until the headers are complete; gives where they end. */
    private int readHead() throws IOException {
        have = 0;
        while (have < buffer.length) {
            int from = Math.max(END.length, have);
            int read = in.read(buffer, have, buffer.length - have);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            have += read;
            for (int end = from; end <= have; end++) {
                if (Arrays.equals(buffer, end - END.length, end, END, 0, END.length)) {
                    return end;
                }
            }
        }
        throw new IOException("the answer's headers do not end");
    }

    private static int length(String answer) {
        int at = answer.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0
                ? 0
                : Integer.parseInt(answer.substring(at + LENGTH.length(), answer.indexOf('\r', at))
                        .trim());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
