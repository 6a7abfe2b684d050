package dev.quittance.platform.service;

import dev.quittance.api.PluginContext;
import java.util.Objects;

/** The services of one generation of a plugin. Thread-safe. */
public final class PluginServices {
    private final PluginContext context;
    private final Revocation revocation;
    private final SchemaDataSource database;
    private final PluginFigures figures;

    PluginServices(PluginContext context, Revocation revocation, SchemaDataSource database, PluginFigures figures) {
        this.context = Objects.requireNonNull(context, "context");
        this.revocation = Objects.requireNonNull(revocation, "revocation");
        this.database = Objects.requireNonNull(database, "database");
        this.figures = Objects.requireNonNull(figures, "figures");
    }

    /** What the plugin is built with. */
    public PluginContext context() {
        return context;
    }

    /** From now on every service answers {@link IllegalStateException}. Repeatable. */
    public void revoke() {
        revocation.revoke();
        figures.forget();
        database.close();
    }
}
