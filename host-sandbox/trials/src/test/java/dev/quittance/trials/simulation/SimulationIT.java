package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The built zip through a day or two of faults and crashes, fifty times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulationIT {
    private static final int SEEDS = 50;

    /** If payers hardly ever pay, nothing is tried: each seed has about four of them. */
    private static final int LEAST_PAYMENTS = 2 * SEEDS;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private BuiltPlugin built = BuiltZip.open();

    @BeforeAll
    void open() {
        assertThat(built.id()).isEqualTo("stripe-payments");
    }

    @AfterAll
    void close() {
        executor.shutdownNow();
        built.close();
    }

    @Test
    void fifty_seeds_violate_nothing_and_die_at_every_point_of_the_checkout_flow() {
        List<String> violations = new ArrayList<>();

        CampaignResult result = new Campaign(built)
                .run(
                        1,
                        SEEDS,
                        executor,
                        seed -> seed.violations()
                                .forEach(violation -> violations.add("seed " + seed.seed() + " " + violation)));

        System.out.println("quittance: simulation of " + result.seeds() + " seeds, " + result.days()
                + " virtual days, " + result.payments() + " payments, " + result.faults() + " faults, "
                + result.crashCount() + " crashes " + result.crashes() + ", " + result.violations() + " violations");
        assertThat(violations).isEmpty();
        assertThat(result.missedCheckoutPoints()).isEmpty();
        assertThat(result.payments()).isGreaterThan(LEAST_PAYMENTS);
        assertThat(result.faults()).isGreaterThan(SEEDS * 10L);
    }

    @Test
    void two_processes_see_the_same_world() throws IOException, InterruptedException {
        Process one = simulate();
        Process other = simulate();

        List<String> seen = hashes(one);

        assertThat(seen).hasSize(4);
        assertThat(hashes(other)).isEqualTo(seen);
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
    }

    private static Process simulate() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = BuiltZip.program().toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-jar",
                        program,
                        "simulate",
                        "--from",
                        "101",
                        "--seeds",
                        "4",
                        "--threads",
                        "1",
                        "--json",
                        "--verbose")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> hashes(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"hash\""))
                .toList();
    }
}
