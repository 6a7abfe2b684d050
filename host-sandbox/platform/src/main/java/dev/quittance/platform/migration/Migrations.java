package dev.quittance.platform.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings schemas up to date. A plugin's scripts are read as files, so no class of the plugin runs and none is kept; each schema
 * has its own history inside. Several nodes may try at once: one works, the others wait. Thread-safe.
 */
public final class Migrations {
    private static final String POSTGRES_ONLY = "-postgresql";

    private static final String OWN_SCRIPTS = "classpath:dev/quittance/platform/db";

    private final DataSource dataSource;
    private final String schemaPrefix;

    /**
     * Migrations in this database.
     *
     * @param dataSource the host's pool
     * @param schemaPrefix what stands before every schema's name; may be empty
     */
    public Migrations(DataSource dataSource, String schemaPrefix) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.schemaPrefix = Objects.requireNonNull(schemaPrefix, "schemaPrefix");
    }

    /** The name of the platform's own schema. */
    public String ownSchema() {
        return schemaPrefix + "platform";
    }

    /** The name of a plugin's schema. */
    public String schemaOf(String pluginId) {
        return schemaPrefix + "plugin_" + pluginId.replace('-', '_');
    }

    /** Brings the platform's own tables up to date. */
    public void migrateOwn() {
        migrate(ownSchema(), OWN_SCRIPTS);
    }

    /**
     * Brings a plugin's tables up to date, from the scripts in this folder, and in the one beside it whose name ends in
     * {@code -postgresql} where the database is PostgreSQL: one history, in the order of the versions. Without a folder there is an
     * empty schema.
     */
    public void migratePlugin(String pluginId, Path scripts) {
        List<String> locations = new ArrayList<>();
        addIfThere(locations, scripts);
        if (isPostgres()) {
            addIfThere(locations, scripts.resolveSibling(scripts.getFileName() + POSTGRES_ONLY));
        }
        migrate(schemaOf(pluginId), locations.toArray(String[]::new));
    }

    private static void addIfThere(List<String> locations, Path folder) {
        if (Files.isDirectory(folder)) {
            locations.add("filesystem:" + folder.toAbsolutePath());
        }
    }

    private boolean isPostgres() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }

    private void migrate(String schema, String... locations) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .table("schema_history")
                .locations(locations)
                .placeholderReplacement(false)
                .validateMigrationNaming(locations.length > 0)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
