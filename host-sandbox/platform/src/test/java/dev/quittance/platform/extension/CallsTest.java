package dev.quittance.platform.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallsTest {
    private final Calls calls = new Calls();
    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final LivePlugin plugin = plugin("one");

    @AfterEach
    void end() {
        calls.close();
    }

    @Test
    void a_call_has_the_plugins_class_loader_and_gives_the_callers_back() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        ClassLoader during =
                calls.call(plugin, TimeLimit.HOOK, () -> Thread.currentThread().getContextClassLoader());

        assertThat(during).isSameAs(loader);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void a_call_that_takes_too_long_is_interrupted_and_leaves_no_interrupt_behind() {
        assertThatThrownBy(() -> calls.run(plugin, TimeLimit.HOOK, CallsTest::untilInterrupted))
                .isInstanceOfSatisfying(
                        PluginFault.class, fault -> assertThat(fault.kind()).isEqualTo(PluginFault.Kind.LATE));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_late_hook_within_a_page_does_not_interrupt_the_page() {
        LivePlugin other = plugin("two");

        String answer = calls.call(plugin, TimeLimit.PAGE, () -> {
            assertThatThrownBy(() -> calls.run(other, TimeLimit.HOOK, CallsTest::untilInterrupted))
                    .isInstanceOf(PluginFault.class);
            return "page " + Thread.currentThread().isInterrupted();
        });

        assertThat(answer).isEqualTo("page false");
    }

    @Test
    void a_thread_that_holds_a_connection_is_interrupted_only_when_it_gives_it_back() {
        List<Boolean> seen = calls.call(plugin, TimeLimit.HOOK, () -> {
            Runnable giveBack = calls.connectionTaken();
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            boolean whileHeld = Thread.currentThread().isInterrupted();
            giveBack.run();
            return List.of(whileHeld, Thread.currentThread().isInterrupted());
        });

        assertThat(seen).containsExactly(false, true);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void errors_of_a_plugin_end_at_the_gate() {
        assertThatThrownBy(() -> calls.run(plugin, TimeLimit.HOOK, () -> {
                    throw new NoClassDefFoundError("x");
                }))
                .isInstanceOfSatisfying(
                        PluginFault.class, fault -> assertThat(fault.kind()).isEqualTo(PluginFault.Kind.FAILED));
    }

    @Test
    void draining_waits_for_calls_in_flight_and_lets_no_more_in() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        Thread caller = new Thread(() -> calls.run(plugin, TimeLimit.PAGE, () -> {
            within.countDown();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }));
        caller.start();
        assertThat(within.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(plugin.drain(Duration.ofSeconds(5), Duration.ofSeconds(1))).isTrue();

        assertThatThrownBy(() -> calls.call(plugin, TimeLimit.HOOK, () -> "no"))
                .isInstanceOfSatisfying(
                        PluginFault.class, fault -> assertThat(fault.kind()).isEqualTo(PluginFault.Kind.OFF));
        caller.join();
    }

    @Test
    void draining_interrupts_what_does_not_end() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                calls.run(plugin, TimeLimit.PAGE, () -> {
                    within.countDown();
                    untilInterrupted();
                });
            } catch (PluginFault expected) {
                within.countDown();
            }
        });
        caller.start();
        assertThat(within.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(plugin.drain(Duration.ofMillis(100), Duration.ofSeconds(5))).isTrue();
        caller.join();
    }

    private static void untilInterrupted() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private LivePlugin plugin(String id) {
        PluginManifest manifest = new PluginManifest(
                id,
                "1",
                id,
                "X",
                new PluginManifest.Network(List.of(), List.of()),
                Set.of(),
                false,
                List.of(),
                Optional.empty());
        return new LivePlugin(manifest, MessageBundles.none(), loader, List.of());
    }
}
