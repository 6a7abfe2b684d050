package dev.quittance.emulator.port;

import java.net.URI;
import java.util.Map;

/**
 * A webhook delivery that is due; the shell sends it by POST and reports what came back.
 *
 * @param deliveryId to be given to {@link LocalStripe#reportDelivery}
 * @param url where to
 * @param headers the headers, with a signature of this very moment
 * @param body the event as JSON; exactly these bytes are signed
 */
public record Delivery(String deliveryId, URI url, Map<String, String> headers, byte[] body) {
    /** Copies the headers. */
    public Delivery {
        headers = Map.copyOf(headers);
    }
}
