package dev.quittance.trials.bench;

import picocli.CommandLine.Command;

/** {@code bench NAME}: measures one thing. */
@Command(
        name = "bench",
        description = "Measures what was built.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StartCommand.class,
            EmulatorCommand.class,
            WebhooksCommand.class,
            RequestCommand.class,
            PaidCommand.class
        })
public final class BenchCommand {}
