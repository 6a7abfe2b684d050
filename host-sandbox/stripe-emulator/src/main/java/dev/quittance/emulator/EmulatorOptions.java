package dev.quittance.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program's options. */
@Command(
        name = "stripe-emulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A local Stripe: API, hosted payment page and webhooks, for this machine alone. No money moves.")
interface EmulatorOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "Port; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    int port();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String bind();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "stripe-emulator-data",
            description = "Folder of the journal (default: ${DEFAULT-VALUE}).")
    Path data();

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "How others reach it (default: http://localhost and the port).")
    @Nullable
    URI origin();

    @Option(names = "--json", description = "One line of JSON on standard output.")
    boolean json();

    @Option(
            names = "--account",
            paramLabel = "NAME:COUNTRY:CURRENCY",
            description =
                    "An account to have; may be repeated (default: Ridgeline Roofing:US:usd and Küstenbau GmbH:DE:eur).")
    @Nullable
    List<String> accounts();

    @Option(
            names = "--secret-key",
            paramLabel = "KEY",
            description =
                    "The secret key of the first account, given again for the second, and so on (default: made up, and kept).")
    @Nullable
    List<String> secretKeys();

    /** How many calls are taken. */
    enum Limits {
        NONE,
        STRIPE
    }

    @Option(
            names = "--limits",
            paramLabel = "stripe|none",
            defaultValue = "none",
            description = "stripe: 429 beyond Stripe's rate limits (default: none).")
    Limits limits();

    @Option(
            names = "--clock-file",
            paramLabel = "F",
            description =
                    "A file with an offset from real time, such as P30D; re-read at each look (default: clock in the data folder).")
    @Nullable
    Path clockFile();
}
