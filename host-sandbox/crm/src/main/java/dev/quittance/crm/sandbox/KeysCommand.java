package dev.quittance.crm.sandbox;

import dev.quittance.platform.host.InstallationKey;
import dev.quittance.platform.host.InstallationKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Changes the file of the installation's keys: {@code add}, {@code rotate}, {@code retire}; without one of them it says which there
 * are. A host takes them in when it starts next, seals everything anew by itself, and refuses to start without a key that it needs.
 */
final class KeysCommand {
    private static final String LIST = "list";

    private KeysCommand() {}

    /** Does it, and says what is next. */
    static void run(List<String> arguments, @Nullable String fromEnvironment, PrintStream out) {
        boolean named = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
        String verb = named ? arguments.get(0) : LIST;
        CommandSpec spec = CommandSpec.create().name("keys");
        spec.addOption(
                OptionSpec.builder("--data").type(String.class).arity("1").build());
        ParseResult parsed = UpOptions.parse(spec, named ? arguments.subList(1, arguments.size()) : arguments);
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            throw new StartException("The keys come from QUITTANCE_KEY. Change them where that is set.");
        }
        Path file = Path.of(UpOptions.text(parsed, "--data").orElse(".sandbox")).resolve(Sandbox.KEY_FILE);
        if (!Files.isRegularFile(file)) {
            throw new StartException("There are no keys yet: they are made at the first start.");
        }
        try {
            change(verb, file, out);
        } catch (IOException e) {
            throw new StartException("The keys cannot be changed: " + e.getMessage(), e);
        }
    }

    private static void change(String verb, Path file, PrintStream out) throws IOException {
        InstallationKeys keys = InstallationKeys.of(null, file);
        switch (verb) {
            case LIST -> out.println(words(keys));
            case "add" -> {
                keys.withNew().write(file);
                out.println(words(InstallationKeys.of(null, file))
                        + "\nGive this file to every node and start each anew; then rotate.");
            }
            case "rotate" -> {
                boolean waiting = keys.all().stream()
                        .anyMatch(key -> key.id() > keys.sealing().id());
                (waiting ? keys : keys.withNew()).withNewestSealing().write(file);
                out.println(words(InstallationKeys.of(null, file))
                        + "\nStart the host anew: it seals everything with the new key. When secretsToReseal in /health"
                        + " is 0, retire the old one.");
            }
            case "retire" -> {
                // The old file stays beside it: a host that still needs the key says so and does not start.
                Path before = file.resolveSibling(file.getFileName() + ".before");
                Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                keys.withoutOthers().write(file);
                out.println(words(InstallationKeys.of(null, file)) + "\nStart the host anew. It refuses if it needs the"
                        + " old key: then put " + before.getFileName() + " back. Else delete that.");
            }
            default -> throw new WrongUsageException("keys takes list, add, rotate or retire, not " + verb);
        }
    }

    private static String words(InstallationKeys keys) {
        return keys.all().stream()
                .map(KeysCommand::number)
                .collect(Collectors.joining(", ", "Key " + keys.sealing().id() + " seals; these open: ", "."));
    }

    private static String number(InstallationKey key) {
        return String.valueOf(key.id());
    }
}
