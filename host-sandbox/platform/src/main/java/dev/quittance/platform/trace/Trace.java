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
        String id = newId();
        MDC.put(KEY, id);
        return new Trace(id);
    }

    /** The name of what this thread does; a new one, kept nowhere, where nothing was begun. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? newId() : id;
    }

    private static String newId() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
