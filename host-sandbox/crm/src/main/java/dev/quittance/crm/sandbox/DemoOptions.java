package dev.quittance.crm.sandbox;

import dev.quittance.crm.demo.DemoSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Reads the options of {@code demo}: a card, and those of {@code up}, which it passes on.
 *
 * @param settings how the demo is to run
 */
record DemoOptions(DemoSettings settings) {
    private static final String CARD = "--card";
    private static final String GOOD_CARD = "4242424242424242";

    static DemoOptions parse(List<String> arguments) {
        CommandSpec spec = UpOptions.spec()
                .addOption(
                        OptionSpec.builder(CARD).type(String.class).arity("1").build());
        ParseResult parsed = UpOptions.parse(spec, arguments);
        UpSettings up = UpOptions.settings(parsed);
        StripeKey.check(up);
        return new DemoOptions(new DemoSettings(
                Launch.crm(),
                passedOn(arguments),
                UpOptions.text(parsed, "--data").isPresent() ? Optional.of(up.data()) : Optional.empty(),
                UpOptions.text(parsed, "--port").isPresent(),
                up.database().isPresent() && up.schemaPrefix().isEmpty(),
                UpOptions.text(parsed, CARD).orElse(GOOD_CARD).replace(" ", ""),
                up.json()));
    }

    /** Without the card, which is the customer's affair, and what the demo decides itself. */
    private static List<String> passedOn(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(CARD)) {
                i++;
            } else if (!argument.equals("--json") && !argument.startsWith(CARD + "=")) {
                rest.add(argument);
            }
        }
        return rest;
    }
}
