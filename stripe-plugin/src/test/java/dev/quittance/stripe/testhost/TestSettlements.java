package dev.quittance.stripe.testhost;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The host's own books: what it was told, each thing once however often it is told. */
public final class TestSettlements implements Settlements {
    private final Map<String, Settlement> settled = new ConcurrentHashMap<>();
    private final Map<String, Reversal> reversed = new ConcurrentHashMap<>();
    private final Map<String, Outstanding> expected = new ConcurrentHashMap<>();

    private final List<String> history = new ArrayList<>();

    private volatile boolean refuses;
    private volatile boolean refusesMoney;
    private final AtomicInteger crash = new AtomicInteger();

    /** Whether it refuses to book money from here on, and takes anything else. */
    public void refuseMoney(boolean always) {
        refusesMoney = always;
    }

    /** Ends the process at the n-th word from now, right before that is written ({@code n} odd) or right after ({@code n} even). */
    public void crashAt(int n) {
        crash.set(n);
    }

    /** What the books say of a record after each word so far that changed them: paid, requested, processing. */
    public List<String> history() {
        synchronized (history) {
            return new ArrayList<>(history);
        }
    }

    private void write(OrgId org, RecordRef record, String currency, Runnable change) {
        end();
        change.run();
        Optional<Outstanding> open = outstanding(org, record, currency);
        String line = paid(org, record, currency).toPlainDecimal() + " paid, "
                + open.map(one -> one.requested().toPlainDecimal()).orElse("0.00") + " requested, "
                + open.map(one -> one.processing().toPlainDecimal()).orElse("0.00") + " processing";
        synchronized (history) {
            if (history.isEmpty() || !history.get(history.size() - 1).equals(line)) {
                history.add(line);
            }
        }
        end();
    }

    private void end() {
        if (crash.getAndUpdate(n -> Math.max(0, n - 1)) == 1) {
            throw new SimulatedCrash("while telling the host's books");
        }
    }

    /** Whether it refuses whatever it is told from here on. */
    public void refuse(boolean always) {
        refuses = always;
    }

    private void requireOpen() {
        if (refuses) {
            throw new IllegalStateException("the books are closed, as the test wants it");
        }
    }

    @Override
    public void apply(Settlement settlement) {
        CrashingDataSource.requireNoTransaction("a settlement");
        requireOpen();
        if (refusesMoney) {
            throw new IllegalStateException("no money is booked, as the test wants it");
        }
        write(settlement.org(), settlement.record(), settlement.amount().currency(), () -> {
            Settlement first = settled.putIfAbsent(settlement.org() + "/" + settlement.paymentId(), settlement);
            if (first != null && !first.equals(settlement)) {
                throw new IllegalStateException("the same payment was told in two ways");
            }
        });
    }

    @Override
    public void reverse(Reversal reversal) {
        CrashingDataSource.requireNoTransaction("a reversal");
        reversed.putIfAbsent(reversal.org() + "/" + reversal.reversalId(), reversal);
    }

    @Override
    public void expect(Outstanding outstanding) {
        CrashingDataSource.requireNoTransaction("what is outstanding");
        requireOpen();
        String currency = outstanding.requested().currency();
        String key = key(outstanding.org(), outstanding.record(), currency);
        write(
                outstanding.org(),
                outstanding.record(),
                currency,
                () -> expected.merge(
                        key, outstanding, (known, told) -> told.version() > known.version() ? told : known));
    }

    /** What came for a record and was not taken back. */
    public Money paid(OrgId org, RecordRef record, String currency) {
        Money paid = Money.zero(currency);
        for (Settlement one : settled.values()) {
            if (one.org().equals(org)
                    && one.record().equals(record)
                    && one.amount().currency().equals(currency)) {
                paid = paid.plus(one.amount());
            }
        }
        for (Reversal one : reversed.values()) {
            if (one.org().equals(org)
                    && one.record().equals(record)
                    && one.amount().currency().equals(currency)) {
                paid = paid.minus(one.amount());
            }
        }
        return paid;
    }

    /** What was told to be taken back. */
    public List<Reversal> reversals() {
        return List.copyOf(reversed.values());
    }

    /** What is still expected on a record, as it was told last. */
    public Optional<Outstanding> outstanding(OrgId org, RecordRef record, String currency) {
        return Optional.ofNullable(expected.get(key(org, record, currency)));
    }

    private static String key(OrgId org, RecordRef record, String currency) {
        return org + "/" + record.object() + "/" + record.id() + "/" + currency;
    }
}
