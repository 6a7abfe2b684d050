package dev.quittance.platform.extension;

import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * The way back from a plugin into the host: with the host's class loader as context class loader, and without the plugin on the
 * access-control context, so that a thread which a host's library starts meanwhile does not keep the plugin's class loader.
 */
public final class HostSide {
    private HostSide() {}

    /**
     * Runs host code that a plugin asked for.
     *
     * @throws Exception what the work throws, as it is
     */
    @SuppressWarnings(
            "removal") // Gone from JDK 24 on, together with the context that threads inherit: then there is no need for
    // it.
    public static <T> T run(PrivilegedExceptionAction<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HostSide.class.getClassLoader());
        try {
            return AccessController.doPrivileged(work);
        } catch (PrivilegedActionException e) {
            throw e.getException();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
