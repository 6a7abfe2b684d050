package dev.quittance.crm.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the local Stripe alone, with this program's input and output. */
final class EmulatorCommand {
    private EmulatorCommand() {}

    /** The exit status of the local Stripe. */
    static int run(List<String> options) {
        List<String> command = new ArrayList<>(Launch.emulator());
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-stripe"));
            return process.waitFor();
        } catch (IOException e) {
            throw new StartException("The local Stripe cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
