package dev.quittance.crm.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the demo is to run.
 *
 * @param program the command that starts the sandbox, without its options
 * @param passedOn options of the sandbox's, as given
 * @param data where the sandbox is to keep its data; empty for a folder that goes away afterwards
 * @param portGiven whether the options name a port
 * @param ownSchemas whether the database is somebody's, so that the demo must keep apart
 * @param card the number of the card to pay with, digits only
 * @param json whether to print JSON
 */
public record DemoSettings(
        List<String> program,
        List<String> passedOn,
        Optional<Path> data,
        boolean portGiven,
        boolean ownSchemas,
        String card,
        boolean json) {
    /** Copies the lists. */
    public DemoSettings {
        program = List.copyOf(program);
        passedOn = List.copyOf(passedOn);
    }
}
