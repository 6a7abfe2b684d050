package dev.quittance.platform.lifecycle;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's own memory of the record whose {@code equals}, {@code hashCode} or {@code toString} was linked last: the shared method
 * handles of {@link ObjectMethods} keep the type that they were adapted to, and with it the class loader of a plugin that has
 * gone, until another record is linked (JDK 17: {@code MethodHandle.asTypeCache}). Thread-safe.
 */
final class LinkedRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedRecords.class);

    /** A record of the host's that names a type of the host's, so that every adapter takes that one instead. */
    private record Blank(Class<Blank> type) {}

    private LinkedRecords() {}

    /** Has the JDK remember a record of the host's instead of whatever it linked last. */
    static void displace() {
        try {
            MethodHandles.Lookup here = MethodHandles.lookup();
            MethodHandle type = here.findGetter(Blank.class, "type", Class.class);
            link(here, "equals", MethodType.methodType(boolean.class, Blank.class, Object.class), type);
            link(here, "hashCode", MethodType.methodType(int.class, Blank.class), type);
            link(here, "toString", MethodType.methodType(String.class, Blank.class), type);
        } catch (ReflectiveOperationException e) {
            LOG.warn("a class loader of a plugin may stay until another record is compared", e);
        }
    }

    private static void link(MethodHandles.Lookup here, String method, MethodType shape, MethodHandle getter)
            throws ReflectiveOperationException {
        try {
            ObjectMethods.bootstrap(here, method, shape, Blank.class, "type", getter);
        } catch (ReflectiveOperationException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }
}
