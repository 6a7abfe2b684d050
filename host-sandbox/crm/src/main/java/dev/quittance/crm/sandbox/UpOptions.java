package dev.quittance.crm.sandbox;

import dev.quittance.crm.storage.DatabaseAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads the options of {@code up}. */
final class UpOptions {
    private static final Set<String> SWITCHES = Set.of("webhooks", "rereading", "return-page", "jobs");
    private static final int LAST_PORT = 65_535;

    private UpOptions() {}

    static UpSettings parse(List<String> arguments) {
        ParseResult parsed = parse(spec(), arguments);
        return settings(parsed);
    }

    /** The options by themselves, for a command that takes them too. */
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("sandbox");
        for (String name : List.of(
                "--port",
                "--data",
                "--db",
                "--schema-prefix",
                "--stripe-url",
                "--stripe-key-file",
                "--public-url",
                "--fonts",
                "--node",
                "--clock-file",
                "--without")) {
            spec.addOption(
                    OptionSpec.builder(name).type(String.class).arity("1").build());
        }
        for (String name : List.of("--no-demo-data", "--no-plugin", "--json")) {
            spec.addOption(
                    OptionSpec.builder(name).type(boolean.class).arity("0").build());
        }
        return spec;
    }

    static ParseResult parse(CommandSpec spec, List<String> arguments) {
        try {
            return new CommandLine(spec).parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new WrongUsageException(e.getMessage() == null ? "these options make no sense" : e.getMessage());
        }
    }

    static UpSettings settings(ParseResult parsed) {
        return new UpSettings(
                text(parsed, "--port").map(UpOptions::port).orElse(OptionalInt.empty()),
                Path.of(text(parsed, "--data").orElse(".sandbox"))
                        .toAbsolutePath()
                        .normalize(),
                text(parsed, "--db").map(UpOptions::database),
                text(parsed, "--schema-prefix").orElse(""),
                text(parsed, "--stripe-url").map(url -> address("--stripe-url", url)),
                text(parsed, "--stripe-key-file").map(Path::of),
                text(parsed, "--public-url").map(url -> address("--public-url", url)),
                text(parsed, "--fonts").map(UpOptions::folder),
                text(parsed, "--node").orElse("node-1"),
                text(parsed, "--clock-file").map(file -> Path.of(file).toAbsolutePath()),
                !flag(parsed, "--no-demo-data"),
                !flag(parsed, "--no-plugin"),
                text(parsed, "--without").map(UpOptions::switches).orElse(Set.of()),
                flag(parsed, "--json"));
    }

    static Optional<String> text(ParseResult parsed, String name) {
        String value = parsed.matchedOptionValue(name, null);
        return Optional.ofNullable(value);
    }

    static boolean flag(ParseResult parsed, String name) {
        return parsed.hasMatchedOption(name);
    }

    private static OptionalInt port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException e) {
            throw new WrongUsageException("--port takes a number from 0 to " + LAST_PORT + ", not " + text);
        }
        throw new WrongUsageException("--port takes a number from 0 to " + LAST_PORT + ", not " + text);
    }

    private static Path folder(String text) {
        Path folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongUsageException("--fonts takes a folder that is there, not " + text);
        }
        return folder;
    }

    private static String database(String address) {
        if (!DatabaseAddress.isKnown(address)) {
            throw new WrongUsageException("--db takes jdbc:h2:… or jdbc:postgresql:…");
        }
        return address;
    }

    private static URI address(String option, String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(option + " takes an address such as https://crm.example, not " + text);
        }
        throw new WrongUsageException(option + " takes an address such as https://crm.example, not " + text);
    }

    private static Set<String> switches(String text) {
        Set<String> switches = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (!SWITCHES.containsAll(switches)) {
            throw new WrongUsageException("--without takes webhooks, rereading, return-page and jobs");
        }
        return switches;
    }
}
