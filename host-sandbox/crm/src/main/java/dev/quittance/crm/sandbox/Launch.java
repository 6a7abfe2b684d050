package dev.quittance.crm.sandbox;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the programs lie, and how they are started as processes of their own. */
final class Launch {
    private static final String EMULATOR = "stripe-emulator/stripe-emulator.jar";
    /** One client core and one for collecting is all these small programs need, and it starts faster. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private Launch() {}

    /** The folder that holds crm.jar; of classes that are not in a jar, the one beside them that the build makes. */
    static Path folder() {
        try {
            Path source = Path.of(Launch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return source.toAbsolutePath()
                    .resolveSibling(Files.isDirectory(source) ? "app" : "")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }

    /** The command that starts this program anew, without its options. */
    static List<String> crm() {
        return command("256m", folder().resolve("crm.jar"));
    }

    /** The command that starts the local Stripe, without its options. */
    static List<String> emulator() {
        Path jar = folder().resolve(EMULATOR);
        if (!Files.isRegularFile(jar)) {
            throw new StartException("The local Stripe is missing beside the program: " + EMULATOR + ". Build again.");
        }
        return command("128m", jar);
    }

    private static List<String> command(String heap, Path jar) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(List.of(java.toString(), "-Xmx" + heap), SMALL, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
