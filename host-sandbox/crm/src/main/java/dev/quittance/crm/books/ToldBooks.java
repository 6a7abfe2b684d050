package dev.quittance.crm.books;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import dev.quittance.crm.storage.Database;
import java.time.Clock;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books as one teller writes and reads them. Idempotent as {@link Settlements} asks; several nodes may tell the same at a time.
 * Thread-safe.
 */
final class ToldBooks implements Settlements {
    /** The host itself. */
    static final String NOBODY = "";

    private static final Logger LOG = LoggerFactory.getLogger(ToldBooks.class);

    private final Database database;
    private final String teller;
    private final Clock clock;
    private final BookRepository rows = new BookRepository();

    ToldBooks(Database database, String teller, Clock clock) {
        this.database = database;
        this.teller = teller;
        this.clock = clock;
    }

    @Override
    public void apply(Settlement settlement) {
        database.transaction(tx -> {
            if (!rows.insert(tx, settlement, teller, clock.instant())) {
                LOG.debug("payment {} is booked already", settlement.paymentId());
            }
        });
    }

    @Override
    public void reverse(Reversal reversal) {
        database.transaction(tx -> {
            if (!rows.insert(tx, reversal, teller, clock.instant())) {
                LOG.debug("reversal {} is booked already", reversal.reversalId());
            }
        });
    }

    @Override
    public void expect(Outstanding outstanding) {
        database.transaction(tx -> rows.write(tx, outstanding));
    }

    @Override
    public Money sumOthers(OrgId org, Collection<RecordRef> records, String currency) {
        return Money.of(
                records.isEmpty()
                        ? 0
                        : database.read(sql -> new OtherMoney(org, teller, currency).sumMinor(sql, records)),
                currency);
    }
}
