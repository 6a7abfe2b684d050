package dev.quittance.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that this program was built into, and what lies in it and beside it. */
public final class AppFolder {
    private AppFolder() {}

    /** The folder of this program's jar, or of its classes where it runs from those. */
    private static Path folder() {
        try {
            URL code = AppFolder.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(code.toURI()).resolveSibling(".").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this program does not know where it lies", e);
        }
    }

    /**
     * The one plugin zip that was built with this program.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public static Path pluginZip() {
        Path plugins = folder().resolve("plugins");
        try (Stream<Path> files = Files.list(plugins)) {
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).toList();
            if (zips.size() != 1) {
                throw new IllegalStateException("one plugin zip is wanted in " + plugins + ", not " + zips.size());
            }
            return zips.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no plugin was built with this program; name one with --plugin", e);
        }
    }

    /** The small CRM's jar in the same checkout. */
    public static Path crmJar() {
        return folder().resolve("../../../crm/target/app/crm.jar").normalize();
    }

    /** The local Stripe's jar in the same checkout. */
    public static Path emulatorJar() {
        return folder().resolve("../../../crm/target/app/stripe-emulator/stripe-emulator.jar")
                .normalize();
    }
}
