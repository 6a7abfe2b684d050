package dev.quittance.crm.hosting;

import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;

/** Books what was paid on the CRM's records. */
final class CrmSettlements implements Settlements {
    @Override
    public void apply(Settlement settlement) {}

    @Override
    public void reverse(Reversal reversal) {}

    @Override
    public void expect(Outstanding outstanding) {}
}
