package dev.quittance.crm.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the sandbox is to run.
 *
 * @param port the CRM's; 0 for any; empty for the one kept with the data, at first 8080
 * @param data where everything is kept
 * @param database a JDBC address; empty for the embedded database in the data folder
 * @param schemaPrefix stands before the names of all schemas; usually empty
 * @param stripeUrl a local Stripe that runs already; empty to start one, or to use Stripe itself if there is a key
 * @param stripeKeyFile holds a test key; empty to use the local Stripe's
 * @param publicUrl the CRM's address from outside; empty for localhost
 * @param fonts a folder with fonts for documents, beside those of the machine
 * @param node the name of this node
 * @param clockFile holds an offset from real time for the CRM and the local Stripe that it starts; empty for real time
 * @param demoData whether to enter demo records
 * @param plugin whether to install the plugin
 * @param without developer switches
 * @param json whether to print JSON
 */
record UpSettings(
        OptionalInt port,
        Path data,
        Optional<String> database,
        String schemaPrefix,
        Optional<URI> stripeUrl,
        Optional<Path> stripeKeyFile,
        Optional<URI> publicUrl,
        Optional<Path> fonts,
        String node,
        Optional<Path> clockFile,
        boolean demoData,
        boolean plugin,
        Set<String> without,
        boolean json) {
    UpSettings {
        without = Set.copyOf(without);
    }

    /** Whether Stripe itself is spoken to, and nothing local. */
    boolean realStripe() {
        return stripeKeyFile.isPresent() && stripeUrl.isEmpty();
    }
}
