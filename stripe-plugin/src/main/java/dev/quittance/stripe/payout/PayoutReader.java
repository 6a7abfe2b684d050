package dev.quittance.stripe.payout;

import dev.quittance.stripe.gateway.BalanceReading;
import dev.quittance.stripe.gateway.FoundRows;
import dev.quittance.stripe.gateway.PayoutReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeBalances;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Writes what was read of movements and payouts, and reads payouts again until nothing more is to be expected. Thread-safe. */
final class PayoutReader {
    private static final Duration PAUSE = Duration.ofHours(6);

    /** Within five business days a bank may send back what Stripe has told as paid. */
    private static final Duration MAY_COME_BACK = Duration.ofDays(8);

    private static final int BATCH = 50;

    private final Clock clock;
    private final Database database;
    private final StripeBalances balances;
    private final Marks marks;
    private final MovementRepository movements = new MovementRepository();
    private final PayoutRepository payouts = new PayoutRepository();

    PayoutReader(Clock clock, Database database, StripeBalances balances, Marks marks) {
        this.clock = clock;
        this.database = database;
        this.balances = balances;
        this.marks = marks;
    }

    void addMovements(DSLContext tx, StripeAccount account, List<BalanceReading> readings) {
        for (BalanceReading reading : readings) {
            boolean isOurs = marks.areOurs(tx, account.org(), reading.source().metadata());
            boolean isNew = movements.addIfNew(tx, account, reading, isOurs, clock.instant());
            assert isNew || !reading.id().isEmpty();
        }
    }

    void putPayouts(DSLContext tx, StripeAccount account, List<PayoutReading> readings) {
        readings.forEach(reading -> payouts.put(tx, account, reading, next(reading)));
    }

    private Optional<Instant> next(PayoutReading reading) {
        Instant now = clock.instant();
        boolean underWay =
                reading.status().equals(Payout.PENDING) || reading.status().equals(Payout.IN_TRANSIT);
        boolean mayComeBack = reading.status().equals(Payout.PAID)
                && now.isBefore(reading.arrivalOn().plus(MAY_COME_BACK));
        return underWay || mayComeBack ? Optional.of(now.plus(PAUSE)) : Optional.empty();
    }

    /** Reads again what is due; what cannot be read now stays due. */
    void refresh(StripeAccount account) {
        List<Payout> due = database.read(sql -> payouts.listDue(sql, account, clock.instant(), BATCH));
        for (Payout payout : due) {
            if (!balances.hasSpare(account)) {
                return;
            }
            balances.payout(account, payout.id())
                    .answer()
                    .ifPresent(reading -> database.inTransaction(tx -> putPayouts(tx, account, List.of(reading))));
        }
    }

    /** Reads what payouts consist of, from where the last look ended. */
    void readRows(StripeAccount account) {
        List<Payout> open = database.read(sql -> payouts.listWithoutRows(sql, account, BATCH));
        for (Payout payout : open) {
            if (!balances.hasSpare(account)) {
                return;
            }
            balances.transactionsOf(account, payout.id(), payout.rowsAfter())
                    .answer()
                    .ifPresent(found -> database.inTransaction(tx -> takeRows(tx, account, payout, found)));
        }
    }

    private void takeRows(DSLContext tx, StripeAccount account, Payout payout, FoundRows<BalanceReading> found) {
        addMovements(tx, account, found.rows());
        List<String> ids = found.rows().stream().map(BalanceReading::id).collect(Collectors.toList());
        if (!ids.isEmpty()) {
            int taken = movements.takenAlong(tx, account, ids, payout.id());
            assert taken == ids.size();
        }
        // While it is on its way Stripe may still add to it: then it is read from the start once more.
        boolean again = found.isWhole() && payout.isUnderWay();
        String last = ids.isEmpty() ? payout.rowsAfter() : ids.get(ids.size() - 1);
        int noted =
                payouts.rowsRead(tx, account, payout.id(), again ? "" : last, found.isWhole() && !payout.isUnderWay());
        assert noted == 1;
    }
}
