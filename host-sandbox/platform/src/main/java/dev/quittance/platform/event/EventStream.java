package dev.quittance.platform.event;

import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.jobs.HostTask;
import dev.quittance.platform.jobs.JobScheduler;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Events of one kind, kept until every plugin that listens has been told. The work's key is the listening plugin's id: a plugin
 * that fails is told again later, and others do not wait for it. One run at a time tells one plugin, on whatever node, so that the
 * order holds; where a run dies between telling and noting it, the plugin is told twice. Thread-safe.
 *
 * @param <E> the event
 * @param <L> the extension point that hears of it
 */
public final class EventStream<E, L> implements HostTask {
    /** One look into the table; the next follows at once while there is more. */
    private static final int BATCH = 50;
    /** What the table holds. */
    private static final int LONGEST_BODY = 20_000;
    /** A node may die between keeping an event and asking for the work: the next look finds it. */
    private static final Duration NEXT_LOOK = Duration.ofMinutes(1);
    /** Longer than one event takes to be told, so that only the place of a dead run is taken. */
    private static final Duration LEASE = TimeLimit.EVENT.duration().plusSeconds(15);
    /** While another run tells. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** 2 s doubled so often is beyond the longest pause. */
    private static final int MAX_DOUBLINGS = 10;

    private final EventKind<E, L> kind;
    private final EventRepository repository;
    private final LivePlugins plugins;
    private final Calls calls;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<JobScheduler> scheduler = new AtomicReference<>();

    /**
     * Where events are kept, and who is told.
     *
     * @param dataSource the host's pool
     * @param schema the platform's schema
     * @param plugins which are on
     * @param calls the gate into them
     * @param clock time
     */
    public record Setting(DataSource dataSource, String schema, LivePlugins plugins, Calls calls, Clock clock) {}

    /** A stream of this kind. */
    public EventStream(EventKind<E, L> kind, Setting setting) {
        this.kind = kind;
        this.repository = new EventRepository(setting.dataSource(), setting.schema(), kind.stream());
        this.plugins = setting.plugins();
        this.calls = setting.calls();
        this.clock = setting.clock();
    }

    /** Tells where to keep work. Once, before anything else. */
    public void keepIn(JobScheduler where) {
        scheduler.set(where);
    }

    /**
     * Keeps an event for all listeners, durably; the same id again changes nothing.
     *
     * @throws IllegalStateException if it could not be kept: publish it again
     * @throws IllegalArgumentException if it is larger than what is kept of one: 20,000 characters as JSON
     */
    public void publish(E event) {
        String body = kind.write(event);
        if (body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("an event has at most " + LONGEST_BODY + " characters");
        }
        try {
            repository.addIfNew(new EventRepository.Row(kind.id(event), kind.org(event), body), clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("a " + kind.stream() + " event could not be kept: publish it again", e);
        }
        for (LivePlugin plugin : plugins.listOn()) {
            tellSoon(plugin);
        }
    }

    /** A plugin is about to be on: a new one begins with what comes from now on, an old one where it was. */
    public void expect(LivePlugin plugin) {
        if (plugin.extensions(kind.listener()).isEmpty()) {
            return;
        }
        try {
            repository.welcome(plugin.id());
        } catch (SQLException e) {
            throw new IllegalStateException("the place in the " + kind.stream() + " events could not be kept", e);
        }
    }

    /** A plugin is on: tell it what it missed. */
    public void tellSoon(LivePlugin plugin) {
        JobScheduler where = scheduler.get();
        if (where != null && !plugin.extensions(kind.listener()).isEmpty()) {
            where.runSoon(this, plugin.id());
        }
    }

    /** What the table calls it. */
    public String stream() {
        return kind.stream();
    }

    @Override
    public String name() {
        return kind.stream() + "-events";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        Optional<LivePlugin> plugin =
                plugins.findOn(key).filter(on -> !on.extensions(kind.listener()).isEmpty());
        if (plugin.isEmpty()) {
            return Next.done();
        }
        String teller = Long.toHexString(random.nextLong());
        Instant now = clock.instant();
        Optional<EventRepository.Place> place = repository.take(key, teller, now, now.plus(LEASE));
        if (place.isEmpty()) {
            return Next.await(now.plus(TURN));
        }
        try {
            Optional<Instant> later = place.get().notBefore().filter(now::isBefore);
            return later.isPresent() ? Next.await(later.get()) : tellAll(plugin.get(), teller, place.get());
        } finally {
            repository.release(key, teller);
        }
    }

    @Override
    public Duration longestPause(String key) {
        return LONGEST_PAUSE;
    }

    private Next tellAll(LivePlugin plugin, String teller, EventRepository.Place place) throws SQLException {
        List<EventRepository.Numbered> untold;
        int failures = place.failures();
        do {
            untold = repository.listUntold(plugin.id(), BATCH);
            for (EventRepository.Numbered next : untold) {
                Optional<PluginFault> fault = tell(plugin, kind.read(next.body()));
                Instant now = clock.instant();
                if (fault.isPresent()) {
                    return notTold(plugin.id(), teller, fault.get(), now.plus(pause(failures)));
                }
                failures = 0;
                if (!repository.told(plugin.id(), teller, next.seq(), now.plus(LEASE))) {
                    return Next.await(now.plus(TURN));
                }
            }
        } while (!untold.isEmpty());
        return Next.recur(clock.instant().plus(NEXT_LOOK));
    }

    private Optional<PluginFault> tell(LivePlugin plugin, E event) {
        if (!kind.concerns(plugin.id(), event)) {
            return Optional.empty();
        }
        try {
            for (L listener : plugin.extensions(kind.listener())) {
                calls.run(plugin, TimeLimit.EVENT, kind.stream() + "-event", () -> kind.tell(listener, event));
            }
            return Optional.empty();
        } catch (PluginFault fault) {
            return Optional.of(fault);
        }
    }

    /** A plugin that went off meanwhile is told when it is on again; one that failed after a growing pause. */
    private Next notTold(String pluginId, String teller, PluginFault fault, Instant again) throws SQLException {
        if (fault.kind() == PluginFault.Kind.OFF) {
            return Next.done();
        }
        repository.failed(pluginId, teller, again);
        return Next.await(again);
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
