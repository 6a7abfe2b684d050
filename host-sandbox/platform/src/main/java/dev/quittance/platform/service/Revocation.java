package dev.quittance.platform.service;

import dev.quittance.platform.extension.HostSide;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts a switch before services: once it is thrown each of them answers {@link IllegalStateException}. Thread-safe. */
final class Revocation {
    private final String pluginId;
    private final AtomicBoolean revoked = new AtomicBoolean();

    Revocation(String pluginId) {
        this.pluginId = pluginId;
    }

    void revoke() {
        revoked.set(true);
    }

    void requireValid() {
        if (revoked.get()) {
            throw new IllegalStateException("plugin " + pluginId + " is disabled: its services are gone");
        }
    }

    /** The same service with the switch before it, led to the host's side of things. */
    <T> T guard(Class<T> type, T service) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(type, proxy, method, arguments);
            }
            requireValid();
            return HostSide.run(() -> invoke(service, method, arguments));
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The same clock with the switch before it. */
    Clock guard(Clock clock) {
        return new RevocableClock(clock, this);
    }

    private static Object invoke(Object service, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    private static Object ofObject(Class<?> type, Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName();
        };
    }

    private static final class RevocableClock extends Clock {
        private final Clock clock;
        private final Revocation revocation;

        RevocableClock(Clock clock, Revocation revocation) {
            this.clock = clock;
            this.revocation = revocation;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new RevocableClock(clock.withZone(zone), revocation);
        }

        @Override
        public Instant instant() {
            revocation.requireValid();
            return clock.instant();
        }
    }
}
