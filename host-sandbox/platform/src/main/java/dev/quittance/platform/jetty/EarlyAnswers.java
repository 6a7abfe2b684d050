package dev.quittance.platform.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * For hosts on Jetty, around all that they serve by servlets: who is answered before all of their body came gets the answer. The
 * rest of the body is taken first, within {@link Leftovers its bounds}: a connection that is closed with bytes unread is reset,
 * and the reset takes the answer with it. Where more is to come, the client is told that the connection ends; one that is not
 * told uses it again, and fails with a call that had nothing wrong. Thread-safe.
 */
public final class EarlyAnswers extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Request patient = new Leftovers(request);
        return super.handle(patient, new Told(patient, response), callback);
    }

    private static final class Told extends Response.Wrapper {
        Told(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            // Only with the last write is it sure that nobody wants the rest of the body.
            if (last && !isCommitted() && !getRequest().consumeAvailable()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            }
            super.write(last, content, callback);
        }
    }
}
