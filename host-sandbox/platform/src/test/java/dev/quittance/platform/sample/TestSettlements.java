package dev.quittance.platform.sample;

import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the host was told. */
public final class TestSettlements implements Settlements {
    private final List<Object> told = new CopyOnWriteArrayList<>();

    /** What was told, in order. */
    public List<Object> told() {
        return told;
    }

    @Override
    public void apply(Settlement settlement) {
        told.add(settlement);
    }

    @Override
    public void reverse(Reversal reversal) {
        told.add(reversal);
    }

    @Override
    public void expect(Outstanding outstanding) {
        told.add(outstanding);
    }
}
