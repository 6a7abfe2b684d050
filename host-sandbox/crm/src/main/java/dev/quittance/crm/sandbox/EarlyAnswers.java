package dev.quittance.crm.sandbox;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells a client that the connection ends, where it was answered before all of its body came. The server must end it, as it
 * cannot know where the next call would begin; a client that is not told uses it again, and fails with a call that had
 * nothing wrong. Thread-safe.
 */
final class EarlyAnswers extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Told(request, response), callback);
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
