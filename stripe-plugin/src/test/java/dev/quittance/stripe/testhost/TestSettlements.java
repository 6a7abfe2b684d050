package dev.quittance.stripe.testhost;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The host's own books: what it was told, each thing once however often it is told. */
public final class TestSettlements implements Settlements {
    private final Map<String, Settlement> settled = new ConcurrentHashMap<>();
    private final Map<String, Reversal> reversed = new ConcurrentHashMap<>();
    private final Map<String, Outstanding> expected = new ConcurrentHashMap<>();

    private volatile boolean refuses;

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
        requireOpen();
        Settlement first = settled.putIfAbsent(settlement.org() + "/" + settlement.paymentId(), settlement);
        if (first != null && !first.equals(settlement)) {
            throw new IllegalStateException("the same payment was told in two ways");
        }
    }

    @Override
    public void reverse(Reversal reversal) {
        reversed.putIfAbsent(reversal.org() + "/" + reversal.reversalId(), reversal);
    }

    @Override
    public void expect(Outstanding outstanding) {
        requireOpen();
        String key = key(
                outstanding.org(), outstanding.record(), outstanding.requested().currency());
        expected.merge(key, outstanding, (known, told) -> told.version() > known.version() ? told : known);
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

    /** What is still expected on a record, as it was told last. */
    public Optional<Outstanding> outstanding(OrgId org, RecordRef record, String currency) {
        return Optional.ofNullable(expected.get(key(org, record, currency)));
    }

    private static String key(OrgId org, RecordRef record, String currency) {
        return org + "/" + record.object() + "/" + record.id() + "/" + currency;
    }
}
