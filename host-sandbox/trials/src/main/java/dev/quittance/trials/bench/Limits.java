package dev.quittance.trials.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What an option may be. */
final class Limits {
    private Limits() {}

    /** @throws ParameterException if it is not a number from 1 to this one */
    static void requireWithin(CommandSpec spec, String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " takes a number from 1 to " + most + ", not " + value + ".");
        }
    }
}
