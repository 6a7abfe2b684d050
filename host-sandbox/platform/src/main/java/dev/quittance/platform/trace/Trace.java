package dev.quittance.platform.trace;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.MDC;

/**
 * Names what this thread does, in the log's {@value #KEY}: a request from its first filter to its answer, calls into plugins
 * included, or a run of a job. The name is made here and taken from nobody, so nobody can forge it or write into the log by it.
 * To be closed by the thread that opened it.
 */
public final class Trace implements AutoCloseable {
    /** What it is called in the log's context. */
    public static final String KEY = "request";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 9;

    private final String id;

    private Trace(String id) {
        this.id = id;
    }

    /** Begins. */
    public static Trace begin() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        MDC.put(KEY, id);
        return new Trace(id);
    }

    /** The name. */
    public String id() {
        return id;
    }

    @Override
    public void close() {
        MDC.remove(KEY);
    }
}
