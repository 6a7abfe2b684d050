package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import javax.sql.DataSource;

/** The plugin's own schema, migrated before the plugin is built. Thread-safe. */
@ImplementedByHost
public interface PluginDatabase {
    /** Connections whose current schema is the plugin's. They come from a pool: close them soon, never keep one over a call out. */
    DataSource dataSource();

    /** The name of the schema, for example {@code plugin_stripe_payments}. */
    String schema();

    /** {@code postgresql} or {@code h2}. */
    String product();
}
