package dev.quittance.platform;

/**
 * How long a connection stays open when nothing goes over it. The JDK's client keeps the last request with the connection, headers
 * and all, so a key stays in memory as long as the connection does.
 */
public final class IdleConnections {
    /** The calls of one flow follow each other within it; the default of the JDK is 20 minutes. */
    private static final int SECONDS = 5;

    private static final String PROPERTY = "jdk.httpclient.keepalive.timeout";

    private IdleConnections() {}

    /**
     * Has every HTTP client of this JVM close them soon, unless whoever started it has said otherwise. Takes effect only before the
     * first client sends something. Idempotent.
     */
    public static void closeSoon() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, Integer.toString(SECONDS));
        }
    }
}
