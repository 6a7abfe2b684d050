package dev.quittance.crm.sandbox;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Jersey logs by java.util.logging, and warns of every resource that is given as an instance although it works. Held as long as
 * the program runs, since loggers that nobody holds are collected together with their level.
 */
final class JerseyLog {
    private static final List<Logger> HELD = List.of(
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"),
            Logger.getLogger("org.glassfish.jersey.internal.Errors"));

    private JerseyLog() {}

    static void quieten() {
        HELD.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
