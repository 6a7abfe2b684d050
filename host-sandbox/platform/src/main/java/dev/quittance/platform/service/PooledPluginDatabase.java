package dev.quittance.platform.service;

import dev.quittance.api.host.PluginDatabase;
import javax.sql.DataSource;

/** A plugin's database: the host's pool, its own schema. */
record PooledPluginDatabase(DataSource dataSource, String schema, String product) implements PluginDatabase {}
