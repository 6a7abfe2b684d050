package dev.quittance.api.record;

import dev.quittance.api.ImplementedByHost;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.util.Collection;

/**
 * The host's own books: what came for its records, and what is still expected. A plugin tells the host after its own commit, from
 * its outbox, so each call may come more than once and late. Everything here is idempotent: a settlement by payment id, a reversal
 * by reversal id, what is outstanding by version. A record that is gone is no error: the money is booked under its reference and
 * shown as money for a deleted record. Thread-safe. Must not be called inside a transaction of the plugin's.
 *
 * <p>An exception means that nothing is certain: tell the same again later.
 */
@ImplementedByHost
public interface Settlements {
    /** Money came. */
    void apply(Settlement settlement);

    /** Money was taken back. It may be told before its settlement is: both count when both are known. */
    void reverse(Reversal reversal);

    /** This much is still expected. */
    void expect(Outstanding outstanding);

    /**
     * What came for these records together that the caller did not tell of: cash at the counter, a cheque, another plugin's money.
     * What was taken back of it and is owed again is not in it. Whoever asks for money asks for that much less.
     *
     * @param currency ISO 4217 code, upper case; money in other currencies is not in it
     * @return in that currency; zero on a host that books nothing else
     */
    default Money sumOthers(OrgId org, Collection<RecordRef> records, String currency) {
        return Money.zero(currency);
    }
}
