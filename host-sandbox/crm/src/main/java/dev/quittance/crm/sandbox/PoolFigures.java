package dev.quittance.crm.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.quittance.crm.storage.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToIntFunction;

/** How much of the database pools is in use. */
final class PoolFigures {
    private PoolFigures() {}

    static void register(MeterRegistry meters, Database database) {
        gauge(meters, database, "active", HikariPoolMXBean::getActiveConnections);
        gauge(meters, database, "idle", HikariPoolMXBean::getIdleConnections);
        gauge(meters, database, "awaited", HikariPoolMXBean::getThreadsAwaitingConnection);
    }

    private static void gauge(
            MeterRegistry meters, Database database, String state, ToIntFunction<HikariPoolMXBean> figure) {
        Gauge.builder("quittance.pool.connections", database, of -> sum(of, figure))
                .tag("state", state)
                .register(meters);
    }

    private static double sum(Database database, ToIntFunction<HikariPoolMXBean> figure) {
        return database.listPools().stream()
                .map(HikariDataSource::getHikariPoolMXBean)
                .mapToInt(figure)
                .sum();
    }
}
