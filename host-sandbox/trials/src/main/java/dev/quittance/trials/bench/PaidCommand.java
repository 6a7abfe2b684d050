package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench paid}: how long after the click on Pay the office sees Paid on the project, and how long after that the receipt has left,
 * on PostgreSQL with fsync. First one customer after the other, then several at once. Exit status 1 where a limit is missed.
 */
@Command(
        name = "paid",
        description =
                "Measures from the customer's click on Pay to Paid on the project, and from there to the receipt.",
        mixinStandardHelpOptions = true)
final class PaidCommand implements Callable<Integer> {
    /** What the project promises. */
    private static final double MOST_TO_PAID_MILLIS = 2000;

    private static final double MOST_TO_RECEIPT_MILLIS = 5000;
    private static final int MOST_PAYMENTS = 2000;
    private static final int MOST_CUSTOMERS = 32;
    /** Java compiles meanwhile what is measured then. */
    private static final int WARM_UP = 5;

    private static final int FIRST_AMOUNT = 10_00;

    /**
     * Customers at once begin as many payments a second together. Each costs about five calls, and of what Stripe lets a test key call
     * the plugin uses fifteen a second: beyond that what is measured is the waiting for the rate.
     */
    private static final double PAYMENTS_PER_SECOND = 2;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger amounts = new AtomicInteger(FIRST_AMOUNT);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--payments",
            description = "How many, one after the other, and again at once.",
            defaultValue = "50")
    private int payments;

    @Option(names = "--customers", description = "How many pay at once.", defaultValue = "4")
    private int customers;

    @Option(names = "--db", description = "A PostgreSQL that is there, as a JDBC URL (default: one of our own).")
    private @Nullable String database;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        Limits.requireWithin(spec, "--payments", payments, MOST_PAYMENTS);
        Limits.requireWithin(spec, "--customers", customers, MOST_CUSTOMERS);
        ObjectNode figures = json.createObjectNode();
        figures.put("bench", "paid");
        Path folder = Folders.fresh();
        try (DurablePostgres postgres = DurablePostgres.open(database);
                Program crm = RunningCrm.start(postgres.url(), folder)) {
            measure(crm, figures);
        } finally {
            Folders.delete(folder);
        }
        boolean met = figures.path("click_to_paid_p95_ms").asDouble() <= MOST_TO_PAID_MILLIS
                && figures.path("paid_to_receipt_p95_ms").asDouble() <= MOST_TO_RECEIPT_MILLIS
                && figures.path("at_once_click_to_paid_p95_ms").asDouble() <= MOST_TO_PAID_MILLIS
                && figures.path("at_once_paid_to_receipt_p95_ms").asDouble() <= MOST_TO_RECEIPT_MILLIS;
        figures.put("limit_click_to_paid_ms", MOST_TO_PAID_MILLIS);
        figures.put("limit_paid_to_receipt_ms", MOST_TO_RECEIPT_MILLIS);
        figures.put("ok", met);
        spec.commandLine().getOut().println(figures);
        return met ? 0 : 1;
    }

    private void measure(Program crm, ObjectNode figures) throws IOException {
        List<PaidRound> rounds = new ArrayList<>();
        for (int place = 0; place < customers; place++) {
            rounds.add(PaidRound.of(crm, place, amounts));
        }
        pay(rounds.get(0), WARM_UP, 0);
        put(figures, "", pay(rounds.get(0), payments, 0));
        put(figures, "at_once_", payAtOnce(rounds));
        figures.put("payments", 2 * payments);
        figures.put("customers_at_once", customers);
    }

    private List<PaidRound.Took> payAtOnce(List<PaidRound> rounds) {
        long pace = (long) (rounds.size() / PAYMENTS_PER_SECOND * 1_000_000_000L);
        ExecutorService threads = Executors.newFixedThreadPool(rounds.size());
        try {
            List<Future<List<PaidRound.Took>>> running = new ArrayList<>();
            for (PaidRound round : rounds) {
                running.add(threads.submit(() -> pay(round, (payments + customers - 1) / customers, pace)));
            }
            List<PaidRound.Took> all = new ArrayList<>();
            for (Future<List<PaidRound.Took>> round : running) {
                all.addAll(round.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a customer failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** So many times, each begun no earlier than so many nanoseconds after the one before. */
    private static List<PaidRound.Took> pay(PaidRound round, int times, long paceNanos) throws IOException {
        List<PaidRound.Took> took = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            for (long left = begun + i * paceNanos - System.nanoTime();
                    left > 0;
                    left = begun + i * paceNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            took.add(round.pay());
        }
        return took;
    }

    private static void put(ObjectNode figures, String prefix, List<PaidRound.Took> took) {
        Round paid = round(took, PaidRound.Took::toPaidNanos);
        Round receipt = round(took, PaidRound.Took::toReceiptNanos);
        figures.put(prefix + "click_to_paid_p50_ms", paid.millisAt(50));
        figures.put(prefix + "click_to_paid_p95_ms", paid.millisAt(95));
        figures.put(prefix + "paid_to_receipt_p50_ms", receipt.millisAt(50));
        figures.put(prefix + "paid_to_receipt_p95_ms", receipt.millisAt(95));
    }

    private static Round round(List<PaidRound.Took> took, ToLongFunction<PaidRound.Took> part) {
        return new Round(took.stream().map(part::applyAsLong).sorted().toList(), 0);
    }
}
