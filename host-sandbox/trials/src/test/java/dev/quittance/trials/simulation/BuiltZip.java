package dev.quittance.trials.simulation;

import java.nio.file.Path;

/** The plugin's zip and the trials' program, as the build laid them side by side. */
final class BuiltZip {
    private static final Path APP = Path.of(System.getProperty("quittance.trials.app", "target/app"));

    private BuiltZip() {}

    static BuiltPlugin open() {
        return BuiltPlugin.open(APP.resolve("plugins/stripe-payments.zip"));
    }

    static Path program() {
        return APP.resolve("trials.jar");
    }
}
