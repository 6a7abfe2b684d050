package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The bytes of events as they are stored: packed, then sealed. What is sealed cannot be packed by the database any more, and an event's
 * bytes are mostly names of fields: a third of them is left to be written. Events of an earlier version, which did not pack, are read as
 * they are. Thread-safe.
 */
final class EventBodies {
    /** The first byte of zlib's format (RFC 1950) with its usual window; no JSON begins with it. */
    private static final byte PACKED = 0x78;

    /** More than any event, and far less than what a few crafted bytes could grow to. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int BUFFER = 4096;

    /** As many as work at once on a large machine; each keeps a quarter of a megabyte. */
    private static final int KEPT_PACKERS = 16;

    private final PluginContext context;
    private final Queue<Deflater> packers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    EventBodies(PluginContext context) {
        this.context = context;
    }

    /** The exact bytes of an event, to be stored. */
    Sealed seal(Endpoint endpoint, String eventId, byte[] body) {
        return context.secrets().seal(endpoint.org(), Webhooks.purpose(endpoint.endpointId(), eventId), packed(body));
    }

    /**
     * The exact bytes of an event as they came.
     *
     * @throws IllegalStateException if what was stored is damaged
     */
    byte[] open(WebhookEvent event, Sealed stored) {
        return unpacked(
                context.secrets().open(event.org(), Webhooks.purpose(event.endpointId(), event.eventId()), stored));
    }

    byte[] packed(byte[] body) {
        Deflater packer = packers.poll();
        if (packer == null) {
            packer = new Deflater(Deflater.BEST_SPEED);
        } else {
            kept.decrementAndGet();
        }
        packer.setInput(body);
        packer.finish();
        byte[] out = new byte[body.length / 2 + BUFFER / 4];
        int filled = 0;
        while (!packer.finished()) {
            if (filled == out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            filled += packer.deflate(out, filled, out.length - filled);
        }
        keep(packer);
        return Arrays.copyOf(out, filled);
    }

    private void keep(Deflater packer) {
        if (kept.incrementAndGet() > KEPT_PACKERS) {
            kept.decrementAndGet();
            packer.end();
            return;
        }
        packer.reset();
        packers.add(packer);
    }

    static byte[] unpacked(byte[] stored) {
        if (stored.length == 0 || stored[0] != PACKED) {
            return stored;
        }
        Inflater unpacker = new Inflater();
        try {
            unpacker.setInput(stored);
            ByteArrayOutputStream all = new ByteArrayOutputStream(2 * stored.length);
            byte[] part = new byte[BUFFER];
            while (!unpacker.finished()) {
                int read = unpacker.inflate(part);
                if (read == 0 && !unpacker.finished() || all.size() + read > MOST_BYTES) {
                    throw new IllegalStateException("an event's stored bytes end early, or are too many");
                }
                all.write(part, 0, read);
            }
            return all.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("an event's stored bytes are damaged", e);
        } finally {
            unpacker.end();
        }
    }
}
