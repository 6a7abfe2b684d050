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
    private static final String SCRIPTS = "db";
    private static final String POSTGRESQL_SCRIPTS = "db-postgresql";
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
     * Brings a plugin's tables up to date, from the scripts in its folder {@code db} and, on PostgreSQL, in its folder
     * {@code db-postgresql}, by version; without a folder there is an empty schema.
     */
    public void migratePlugin(String pluginId, Path folder) {
        List<String> locations = new ArrayList<>();
        for (String name : isPostgres() ? List.of(SCRIPTS, POSTGRESQL_SCRIPTS) : List.of(SCRIPTS)) {
            Path scripts = folder.resolve(name);
            if (Files.isDirectory(scripts)) {
                locations.add("filesystem:" + scripts.toAbsolutePath());
            }
        }
        migrate(schemaOf(pluginId), locations.toArray(new String[0]));
    }

    private boolean isPostgres() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("postgresql");
        } catch (SQLException e) {
            throw new IllegalStateException("the host's database cannot be reached", e);
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
