package dev.quittance.crm.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** How much of the database pool is in use. */
final class PoolFigures {
    private PoolFigures() {}

    static void register(MeterRegistry meters, DataSource dataSource) {
        if (dataSource instanceof HikariDataSource pool) {
            gauge(meters, pool, "active", HikariPoolMXBean::getActiveConnections);
            gauge(meters, pool, "idle", HikariPoolMXBean::getIdleConnections);
            gauge(meters, pool, "awaited", HikariPoolMXBean::getThreadsAwaitingConnection);
        }
    }

    private static void gauge(
            MeterRegistry meters, HikariDataSource pool, String state, ToDoubleFunction<HikariPoolMXBean> figure) {
        Gauge.builder("quittance.pool.connections", pool, of -> figure.applyAsDouble(of.getHikariPoolMXBean()))
                .tag("state", state)
                .register(meters);
    }
}
