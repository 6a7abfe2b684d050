package dev.quittance.emulator.http;

import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is refused before it is a call, such as a broken request line, gets Stripe's error shape too. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store");
        ApiError error = response.getStatus() >= 500
                ? ApiError.bug()
                : ApiError.refused(null, "This is no request that can be read.");
        response.write(true, ByteBuffer.wrap(Json.pretty(error.toJson())), callback);
        return true;
    }
}
