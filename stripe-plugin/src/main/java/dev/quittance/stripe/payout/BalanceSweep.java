package dev.quittance.stripe.payout;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.BalanceReading;
import dev.quittance.stripe.gateway.FoundRows;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.PayoutReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeBalances;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payout.BalanceMarks.Mark;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every hour what each account's balance did since the last look, with an hour of overlap, and what was paid out, and holds it
 * against the ledger. It goes on where it ended, keeps to the account's rate, and leaves the last of it to customers. A key that may
 * not read balances is noted; payments go on. Thread-safe.
 */
@Extension
public final class BalanceSweep implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BalanceSweep.class);

    private static final Duration EVERY = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofMinutes(55);

    /** Stripe lists a movement a moment after it happened, and clocks differ: what was looked at is looked at again. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final Duration LONGEST_LOOK = Duration.ofDays(7);
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    /** Looks for one account in one run; the next run goes on from there. */
    private static final int LOOKS = 60;

    /** Until then a payment's movement may not be listed. */
    private static final Duration LISTED_AFTER = Duration.ofDays(1);

    /** So long a person may leave a difference open before an admin is told again. */
    private static final Duration OPEN_TOO_LONG = Duration.ofDays(1);

    private static final int FORBIDDEN = 403;

    private final PluginContext context;
    private final Database database;
    private final StripeBalances balances;
    private final Connections connections;
    private final Payments payments;
    private final PayoutReader reader;
    private final Reconciliation reconciliation;
    private final BalanceMarks marks = new BalanceMarks();

    /**
     * What it stands on.
     *
     * @param connections whose accounts
     * @param requests what payments are for
     * @param payments what came
     * @param ledger what is booked
     */
    public record Services(Connections connections, Requests requests, Payments payments, Ledger ledger) {}

    /** A sweep that reads by these balances. */
    public BalanceSweep(PluginContext context, Database database, StripeBalances balances, Services services) {
        this.context = context;
        this.database = database;
        this.balances = balances;
        this.connections = services.connections();
        this.payments = services.payments();
        this.reader = new PayoutReader(
                context.clock(), database, balances, services.payments().marks());
        this.reconciliation =
                new Reconciliation(context, database, services.requests(), services.payments(), services.ledger());
    }

    @Override
    public String id() {
        return "balance-sweep";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        for (Connection connection : connections.listWorking()) {
            try {
                lookIfDue(connection);
                payments.discrepancies()
                        .remind(
                                connection.stripeAccount().org(),
                                context.clock().instant().minus(OPEN_TOO_LONG));
            } catch (RuntimeException e) {
                LOG.warn("the balance of connection {} could not be looked at", connection.connectionId(), e);
            }
        }
    }

    private void lookIfDue(Connection connection) {
        StripeAccount account = connection.stripeAccount();
        Mark mark = database.read(sql -> marks.find(sql, account.org(), account.connectionId()))
                .orElse(new Mark(connection.connectedAt(), connection.connectedAt(), ""));
        if (mark.readAt().plus(PAUSE).isAfter(context.clock().instant())) {
            return;
        }
        boolean whole = look(account, mark);
        reconciliation.look(account);
        if (whole) {
            reader.refresh(account);
            reader.readRows(account);
            reconciliation.look(account);
            reconciliation.lookForUnknown(
                    account,
                    mark.seenUntil().minus(LISTED_AFTER.multipliedBy(2)),
                    context.clock().instant().minus(LISTED_AFTER));
            payments.discrepancies().tell();
        }
    }

    /** Goes on look by look; each that was whole moves the mark. False if it did not come to an end now. */
    private boolean look(StripeAccount account, Mark mark) {
        Instant end = context.clock().instant();
        Instant from = mark.seenUntil().minus(OVERLAP);
        Duration step = LONGEST_LOOK;
        for (int look = 0; look < LOOKS && from.isBefore(end); look++) {
            if (!balances.hasSpare(account)) {
                context.jobs().runAt(id(), "rate", context.clock().instant().plusSeconds(2));
                return false;
            }
            Instant to = from.plus(step).isBefore(end) ? from.plus(step) : end;
            Outcome<FoundRows<BalanceReading>> found = balances.transactions(account, from, to);
            Outcome<FoundRows<PayoutReading>> paidOut = balances.payouts(account, from, to);
            if (found.answer().isEmpty() || paidOut.answer().isEmpty()) {
                trouble(account, mark, isForbidden(found) || isForbidden(paidOut));
                return false;
            }
            boolean isWhole =
                    found.answer().get().isWhole() && paidOut.answer().get().isWhole();
            if (isWhole || step.compareTo(SHORTEST_LOOK) <= 0) {
                keep(account, found.answer().get(), paidOut.answer().get(), new Mark(to, readAt(mark, to, end), ""));
                from = to;
                step = LONGEST_LOOK;
            } else {
                step = step.dividedBy(4).compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : step.dividedBy(4);
            }
        }
        return !from.isBefore(end);
    }

    /** Only a look that came to the end counts as done. */
    private static Instant readAt(Mark before, Instant to, Instant end) {
        return to.isBefore(end) ? before.readAt() : end;
    }

    private void keep(
            StripeAccount account, FoundRows<BalanceReading> found, FoundRows<PayoutReading> paidOut, Mark mark) {
        database.inTransaction(tx -> {
            reader.addMovements(tx, account, found.rows());
            reader.putPayouts(tx, account, paidOut.rows());
            marks.save(tx, account, mark);
        });
    }

    private void trouble(StripeAccount account, Mark mark, boolean forbidden) {
        LOG.info("the balance of account {} could not be read; it is tried again", account.stripeAccountId());
        Instant readAt = forbidden ? context.clock().instant() : mark.readAt();
        String problem = forbidden ? Mark.NOT_ALLOWED : Mark.UNREADABLE;
        database.inTransaction(tx -> {
            Mark now = marks.find(tx, account.org(), account.connectionId()).orElse(mark);
            marks.save(tx, account, new Mark(now.seenUntil(), readAt, problem));
        });
    }

    private static <T> boolean isForbidden(Outcome<T> outcome) {
        return outcome.fold(a -> false, d -> false, refused -> refused.status() == FORBIDDEN, u -> false);
    }
}
