package dev.quittance.crm.sandbox;

import dev.quittance.crm.demo.Demo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commands {@code up}, {@code demo}, {@code emulator} and {@code keys}. Exit status: 0 all was well, 2 wrong usage, 1 anything else. */
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String USAGE = """
            usage: sandbox [up] [--port N] [--data DIR] [--db JDBC_URL] [--stripe-url URL] [--stripe-key-file F]
                                [--public-url URL] [--node NAME] [--no-demo-data] [--no-plugin]
                                [--without webhooks,rereading,return-page,jobs] [--json]
                   sandbox demo [--card NUMBER] [the options of up]
                   sandbox emulator [--port N] [--data DIR] [--json]
                   sandbox keys [list|add|rotate|retire] [--data DIR]
            """;

    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        // Before jOOQ is loaded: it otherwise greets on the log.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> given = List.of(arguments);
        boolean named = !given.isEmpty() && !given.get(0).startsWith("-");
        String command = named ? given.get(0) : "up";
        List<String> options = named ? given.subList(1, given.size()) : given;
        if (options.contains("--help") || options.contains("-h")) {
            out.print(USAGE);
            return;
        }
        try {
            run(command, options, out);
        } catch (WrongUsageException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(WRONG_USAGE);
        } catch (StartException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(String command, List<String> options, PrintStream out) {
        switch (command) {
            case "up" -> Up.run(UpOptions.parse(options), out);
            case "demo" -> {
                // Parsed here, too, so that wrong usage is said at once and with its own exit status.
                DemoOptions demo = DemoOptions.parse(options);
                System.exit(new Demo(demo.settings(), out, System.err).run() ? 0 : FAILED);
            }
            case "keys" -> KeysCommand.run(options, System.getenv("QUITTANCE_KEY"), out);
            case "emulator" -> System.exit(EmulatorCommand.run(options));
            default -> throw new WrongUsageException("there is no command " + command);
        }
    }
}
