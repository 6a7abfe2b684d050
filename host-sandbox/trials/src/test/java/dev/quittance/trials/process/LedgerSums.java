package dev.quittance.trials.process;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What holds of the plugin's ledger in the database of a sandbox that has stopped, whatever was done in it: every booking sums to zero. */
final class LedgerSums {
    private static final String THERE = "select count(*) from information_schema.tables"
            + " where table_schema = 'plugin_stripe_payments' and table_name = 'ledger_entry'";

    private static final String WRONG = """
            select posting.posting_key || ' of ' || posting.org_id || ': ' || coalesce(sums.currency, 'no lines') || ' '
                || coalesce(sums.total, 0)
            from plugin_stripe_payments.ledger_posting as posting
            left join (
              select org_id, posting_id, currency, sum(amount_minor) as total
              from plugin_stripe_payments.ledger_entry
              group by org_id, posting_id, currency
            ) as sums on sums.org_id = posting.org_id and sums.posting_id = posting.posting_id
            where sums.currency is null or sums.total <> 0
            order by 1
            """;

    private LedgerSums() {}

    /** Fails where a booking has no lines, or lines that do not sum to zero. */
    static void areZero(Path data) {
        try {
            if (!EmbeddedBooks.isThere(data) || EmbeddedBooks.count(data, THERE) == 0) {
                return;
            }
            List<String> wrong = EmbeddedBooks.list(data, WRONG);
            if (!wrong.isEmpty()) {
                throw new AssertionError("bookings that do not sum to zero: " + wrong);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
