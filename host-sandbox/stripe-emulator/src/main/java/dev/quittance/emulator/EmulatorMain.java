package dev.quittance.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.http.EmulatorServer;
import dev.quittance.emulator.http.EmulatorSettings;
import dev.quittance.emulator.http.OffsetClock;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Chance;
import dev.quittance.emulator.wire.Json;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The local Stripe as a program. Exit status: 0 after it was asked to stop, 1 if it cannot run, 2 for wrong usage. What it
 * prints on standard output is its address and keys; everything else goes to standard error.
 */
public final class EmulatorMain {
    private static final List<String> DEFAULT_ACCOUNTS = List.of("Ridgeline Roofing:US:usd", "Küstenbau GmbH:DE:eur");
    private static final int CANNOT_RUN = 1;

    private EmulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            // Under a name of its own, so that whoever has this jar on a class path keeps their own logging.
            System.setProperty("logback.configurationFile", "dev/quittance/emulator/emulator-logback.xml");
        }
        CommandLine line = new CommandLine(EmulatorOptions.class).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            if (CommandLine.printHelpIfRequested(line.parseArgs(arguments))) {
                return;
            }
            run(line.getCommand());
        } catch (CommandLine.ParameterException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(CommandLine.ExitCode.USAGE);
        } catch (UncheckedIOException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_RUN);
        }
    }

    private static void run(EmulatorOptions options) throws InterruptedException {
        List<AccountSpec> wanted = wanted(options);
        // Beside the journal, so that a moved clock stays moved with what it moved.
        Path clockFile = options.clockFile() == null ? options.data().resolve("clock") : options.clockFile();
        Journal journal = Journal.file(options.data().resolve("journal.jsonl"));
        EmulatorServer server = EmulatorServer.start(new EmulatorSettings(
                options.bind(),
                options.port(),
                Optional.ofNullable(options.origin()),
                journal,
                new OffsetClock(clockFile, InstantSource.system()),
                Chance.secure(),
                EmulatorSettings.STRIPES_WAIT));
        if (options.limits() == EmulatorOptions.Limits.STRIPE) {
            server.stripe().obeyLimits();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        List<AccountKeys> accounts = new ArrayList<>();
        for (AccountSpec spec : wanted) {
            accounts.add(findOrAdd(server.stripe(), spec));
        }
        announce(server, accounts, options.json());
        server.join();
    }

    /** The accounts to have, with the keys chosen for them. */
    static List<AccountSpec> wanted(EmulatorOptions options) {
        List<String> descriptions = orElse(options.accounts(), DEFAULT_ACCOUNTS);
        List<String> keys = orElse(options.secretKeys(), List.of());
        if (keys.size() > descriptions.size()) {
            throw new IllegalArgumentException("There are more keys than accounts. Add an --account for each.");
        }
        List<AccountSpec> specs = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            String[] parts = descriptions.get(i).split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("An account is NAME:COUNTRY:CURRENCY, such as "
                        + DEFAULT_ACCOUNTS.get(0) + ", not " + descriptions.get(i) + ".");
            }
            Optional<String> key = i < keys.size() ? Optional.of(keys.get(i)) : Optional.empty();
            specs.add(new AccountSpec(parts[0].trim(), parts[1].trim(), parts[2].trim(), key));
        }
        return specs;
    }

    private static List<String> orElse(@Nullable List<String> given, List<String> otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }

    /** An account that the journal knows keeps its key; another key for it is a mistake worth stopping for. */
    static AccountKeys findOrAdd(LocalStripe stripe, AccountSpec spec) {
        Optional<AccountKeys> present = stripe.accounts().stream()
                .filter(keys -> keys.name().equals(spec.name()))
                .findFirst();
        if (present.isEmpty()) {
            return stripe.addAccount(spec);
        }
        if (spec.secretKey()
                .filter(key -> !key.equals(present.get().secretKey()))
                .isPresent()) {
            throw new IllegalArgumentException("The account " + spec.name()
                    + " has another secret key in this data folder. Leave the key out, or choose another folder.");
        }
        return present.get();
    }

    private static void announce(EmulatorServer server, List<AccountKeys> accounts, boolean json) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        AccountKeys first = Objects.requireNonNull(accounts.get(0));
        if (json) {
            ObjectNode line = Json.object();
            line.put("url", server.url().toString());
            line.put("secretKey", first.secretKey());
            line.put("connectUrl", server.url().toString());
            ArrayNode all = line.putArray("accounts");
            accounts.forEach(keys -> all.addObject()
                    .put("account", keys.account())
                    .put("name", keys.name())
                    .put("secretKey", keys.secretKey())
                    .put("restrictedKey", keys.restrictedKey()));
            out.println(Json.write(line));
            return;
        }
        out.println("Local Stripe  " + server.url() + "   (objects, events, faults, clock, test cards)");
        accounts.forEach(keys -> out.println("  " + keys.name() + "  " + keys.secretKey()));
    }
}
