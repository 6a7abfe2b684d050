package dev.quittance.emulator.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections that break because a developer wants them to. */
final class BrokenConnection {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenConnection.class);

    private BrokenConnection() {}

    /** The caller sees a reset, and not a byte of an answer. */
    static void reset(Request request, Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                LOG.debug("The connection ends without a reset.", e);
            }
        }
        endPoint.close();
        callback.failed(new IOException("broken on demand"));
    }

    /** The caller is promised the whole body and gets half of it. */
    static void halfway(Request request, Response response, byte[] body, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(
                false,
                ByteBuffer.wrap(body, 0, body.length / 2),
                Callback.from(
                        () -> {
                            request.getConnectionMetaData()
                                    .getConnection()
                                    .getEndPoint()
                                    .close();
                            callback.failed(new IOException("broken on demand"));
                        },
                        callback::failed));
    }
}
