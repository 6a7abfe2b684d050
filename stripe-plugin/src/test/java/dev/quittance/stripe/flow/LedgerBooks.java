package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.stripe.ledger.LedgerAccount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What holds of the ledger after every test, whatever it did: each booking has lines that sum to zero in each currency, no account
 * stands on the wrong side, and nobody has changed or removed a row.
 */
final class LedgerBooks {
    private static final String UNBALANCED = "select posting_id from ledger_entry"
            + " group by org_id, posting_id, currency having sum(amount_minor) <> 0";

    private static final String EMPTY = "select posting_key from ledger_posting as posting where"
            + " (select count(*) from ledger_entry as entry where entry.org_id = posting.org_id"
            + " and entry.posting_id = posting.posting_id) < 2";

    private static final String SUMS = "select account, currency, sum(amount_minor) as total from ledger_entry"
            + " group by org_id, account, currency";

    private final Shop shop;

    LedgerBooks(Shop shop) {
        this.shop = shop;
    }

    void hold() {
        assertThat(rows(UNBALANCED, 1)).as("bookings that do not sum to zero").isEmpty();
        assertThat(rows(EMPTY, 1)).as("bookings without lines").isEmpty();
        assertThat(rows(SUMS, 3).stream().filter(LedgerBooks::isOnTheWrongSide))
                .as("accounts on the wrong side")
                .isEmpty();
        assertThat(shop.host.statements().texts().stream()
                        .map(text -> text.toLowerCase(Locale.ROOT).replace("\"", ""))
                        .filter(text -> text.matches("(?s)(update|delete from|truncate( table)?) ledger_.*")))
                .as("changes of the ledger")
                .isEmpty();
    }

    private static boolean isOnTheWrongSide(String sum) {
        String[] parts = sum.split(" ", -1);
        return !LedgerAccount.valueOf(parts[0].toUpperCase(Locale.ROOT)).side().allows(Long.parseLong(parts[2]));
    }

    private List<String> rows(String statement, int columns) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = shop.host.database().dataSource().getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(statement)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder(found.getString(1));
                for (int column = 2; column <= columns; column++) {
                    row.append(' ').append(found.getString(column));
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
