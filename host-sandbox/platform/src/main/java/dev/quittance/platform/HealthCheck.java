package dev.quittance.platform;

import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.jobs.JobScheduler;
import dev.quittance.platform.lifecycle.InstalledPlugin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how the platform is doing. Thread-safe. */
final class HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
    /** Whoever asks gives up before long. */
    private static final int QUERY_SECONDS = 5;

    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final String schema;
    private final Clock clock;
    private final JobScheduler scheduler;
    private final LivePlugins plugins;

    /** Looks at this node. Does not wait for a plugin that is just switched on or off. */
    HealthCheck(DataSource dataSource, String schema, Clock clock, JobScheduler scheduler, LivePlugins plugins) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.clock = clock;
        this.scheduler = scheduler;
        this.plugins = plugins;
    }

    Health look() {
        Instant now = clock.instant();
        long beat = scheduler
                .lastBeat()
                .map(last -> Math.max(0, Duration.between(last, now).toSeconds()))
                .orElse(-1L);
        try (Connection connection = dataSource.getConnection()) {
            return new Health(true, beat, countOverdue(connection, now), listPlugins(connection), upkeep(connection));
        } catch (SQLException e) {
            LOG.warn("the database does not answer", e);
            return new Health(false, beat, -1, List.of(), Health.Upkeep.UNKNOWN);
        }
    }

    private int countOverdue(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + schema
                + ".scheduled_tasks where picked = false and execution_time < cast(? as timestamp with time zone)")) {
            select.setQueryTimeout(QUERY_SECONDS);
            select.setObject(1, OffsetDateTime.ofInstant(now.minus(OVERDUE), ZoneOffset.UTC));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Health.Upkeep upkeep(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select (select coalesce(sum(rows_left), 0) from "
                + schema + ".sealed_column), (select coalesce(sum(dropped), 0) from " + schema + ".event_cursor)")) {
            select.setQueryTimeout(QUERY_SECONDS);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new Health.Upkeep(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    private List<Health.PluginHealth> listPlugins(Connection connection) throws SQLException {
        List<Health.PluginHealth> all = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select plugin_id, state from " + schema + ".plugin order by plugin_id")) {
            select.setQueryTimeout(QUERY_SECONDS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new Health.PluginHealth(rows.getString(1), word(rows.getString(1), rows.getString(2))));
                }
            }
        }
        return all;
    }

    private String word(String pluginId, String state) {
        if (plugins.findOn(pluginId).isPresent()) {
            return "on";
        }
        return state.equals(InstalledPlugin.State.FAILED.name()) ? "failed" : "off";
    }
}
