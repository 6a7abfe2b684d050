package dev.quittance.trials;

import dev.quittance.trials.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The trials' program: {@code simulate} and {@code bench}. Exit 0 where all was well, 2 for wrong usage, 1 otherwise. */
@Command(
        name = "trials",
        description = "Simulates and measures what was built.",
        mixinStandardHelpOptions = true,
        subcommands = {SimulateCommand.class, BenchCommand.class})
public final class Trials {
    private Trials() {}

    /** Runs a command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, with errors told in one line and their cause, without a stack. */
    static CommandLine commandLine() {
        return new CommandLine(new Trials()).setExecutionExceptionHandler((error, command, parsed) -> {
            command.getErr().println(error.getMessage());
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                command.getErr().println("  because of " + cause);
            }
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }
}
