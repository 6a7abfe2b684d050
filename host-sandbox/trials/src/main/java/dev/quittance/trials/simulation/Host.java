package dev.quittance.trials.simulation;

import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's process as people outside meet it: it answers, it is down, or it dies in the middle. After a crash it starts again
 * some time later, with new objects and the old database.
 */
final class Host {
    private static final Duration LEAST_DOWNTIME = Duration.ofSeconds(1);

    /** One second, doubled up to twelve times: little more than an hour, and twice that at the very most. */
    private static final int DOWNTIME_DOUBLINGS = 12;

    /** What the outside does with the plugin in one call. */
    interface Work<T> {
        T on(Incarnation process) throws Exception;
    }

    private final Scene scene;
    private final BuiltPlugin built;
    private final Services services;
    private final Frames frames;
    private final JobBoard jobs;
    private final Dice dice;
    private @Nullable Incarnation running;

    Host(Scene scene, BuiltPlugin built) {
        this.scene = scene;
        this.built = built;
        this.dice = scene.dice().named("host");
        this.frames = new Frames(scene.clock(), scene.agenda());
        this.jobs = new JobBoard(scene, this);
        this.services = new Services(scene, built, frames, jobs);
    }

    Services services() {
        return services;
    }

    /** A process with new objects; its recurring jobs run soon. */
    void start() {
        Lifeline life = new Lifeline();
        long disturbancesBefore = scene.faults().disturbances();
        scene.trace().step("host", "starts");
        frames.enter(new CallFrame("start", disturbancesBefore));
        try {
            Incarnation process = new Incarnation(built, new SimulatedContext(services, life), life);
            process.start();
            life.requireAlive();
            running = process;
            jobs.start(process.jobs());
        } catch (SimulatedCrash e) {
            buryAndRestart();
        } catch (RuntimeException e) {
            if (scene.faults().disturbances() == disturbancesBefore) {
                throw e;
            }
            scene.trace().step("host", "cannot start: " + e.getClass().getSimpleName());
            buryAndRestart();
        } finally {
            frames.leave();
        }
    }

    /** Calls the plugin from outside, as the host's web server or scheduler does. */
    <T> Reply<T> call(String label, Work<T> work) {
        Incarnation process = running;
        if (process == null) {
            scene.trace().step("host", label + " -> down");
            return Reply.none();
        }
        CallFrame frame = new CallFrame(label, scene.faults().disturbances());
        frames.enter(frame);
        try {
            T value = work.on(process);
            process.life().requireAlive();
            if (frame.isPayersClick() && scene.faults().crash(CrashPoint.BEFORE_REPLY)) {
                throw process.life().end(CrashPoint.BEFORE_REPLY);
            }
            requireClean(label);
            return Reply.of(Optional.ofNullable(value), frame);
        } catch (SimulatedCrash e) {
            if (running == process) {
                buryAndRestart();
            }
            return Reply.none();
        } catch (Exception | LinkageError | AssertionError e) {
            failed(frame, e);
            return Reply.of(Optional.empty(), frame);
        } finally {
            frames.leave();
        }
    }

    private void failed(CallFrame frame, Throwable error) {
        boolean meant = error instanceof PluginException known && known.code().type() != ErrorType.BUG;
        boolean disturbed = scene.faults().disturbances() > frame.disturbancesBefore();
        scene.trace().step("host", frame.label() + " -> 500 " + error.getClass().getSimpleName());
        if (!meant && !disturbed) {
            scene.violations().add("threw_without_a_fault", frame.label() + " threw " + origin(error));
        }
        requireClean(frame.label());
    }

    /** Kind and first own place; no message, which may hold what nobody should read. */
    private static String origin(Throwable error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.quittance.stripe")) {
                return error.getClass().getName() + " at " + frame;
            }
        }
        return error.getClass().getName();
    }

    /** Whoever calls out waits outside of any transaction, so none is open when a call has ended, nested or not. */
    private void requireClean(String label) {
        if (scene.database().connectionsInUse() > 0) {
            scene.violations().add("connection_kept", label);
        }
    }

    private void buryAndRestart() {
        running = null;
        jobs.clear();
        scene.database().dropProcess();
        Duration downtime = dice.heavyTail(LEAST_DOWNTIME, scene.faults().areOff() ? 0 : DOWNTIME_DOUBLINGS);
        scene.trace().step("host", "dead for " + downtime);
        scene.agenda().after(downtime, this::start);
    }
}
