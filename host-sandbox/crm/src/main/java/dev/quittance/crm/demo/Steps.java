package dev.quittance.crm.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;

/** Says what came of each step, as JSON or in words. */
final class Steps {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final long NANOS_PER_MS = 1_000_000;

    private final PrintStream out;
    private final boolean json;
    private final long startedNanos = System.nanoTime();
    private long stepNanos = startedNanos;

    Steps(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void came(String step, String saw) {
        long now = System.nanoTime();
        long ms = (now - stepNanos) / NANOS_PER_MS;
        stepNanos = now;
        if (json) {
            print(JSON.createObjectNode().put("step", step).put("ms", ms).put("saw", saw));
        } else {
            out.println(String.format(Locale.ROOT, "%-15s %6d ms  %s", step, ms, saw));
        }
    }

    void finished(String payment) {
        long ms = (System.nanoTime() - startedNanos) / NANOS_PER_MS;
        if (json) {
            print(JSON.createObjectNode()
                    .put("ok", true)
                    .put("payment", payment)
                    .put("ms", ms));
        } else {
            out.println(String.format(Locale.ROOT, "All was well, after %d ms: payment %s.", ms, payment));
        }
    }

    void failed(String step, String reason) {
        if (json) {
            print(JSON.createObjectNode().put("ok", false).put("step", step).put("reason", reason));
        }
    }

    private void print(ObjectNode line) {
        out.println(line);
        out.flush();
    }
}
