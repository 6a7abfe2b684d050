package dev.quittance.stripe.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.Posting.Line;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {
    @Test
    void lines_that_sum_to_zero_in_each_currency_are_a_booking() {
        Posting posting = posting(
                line(LedgerAccount.STRIPE_BALANCE, 100, "USD"),
                line(LedgerAccount.EXCHANGE, -100, "USD"),
                line(LedgerAccount.EXCHANGE, 90, "EUR"),
                line(LedgerAccount.RECEIVED, -90, "EUR"));

        assertThat(posting.lines()).hasSize(4);
    }

    @Test
    void anything_else_is_refused() {
        refuse(line(LedgerAccount.STRIPE_BALANCE, 100, "USD"), line(LedgerAccount.RECEIVED, -99, "USD"));
        refuse(line(LedgerAccount.STRIPE_BALANCE, 100, "USD"), line(LedgerAccount.RECEIVED, -100, "EUR"));
        refuse(line(LedgerAccount.STRIPE_BALANCE, 0, "USD"));
        refuse();
    }

    private static void refuse(Line... lines) {
        assertThatThrownBy(() -> posting(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Line line(LedgerAccount account, long minor, String currency) {
        return new Line(account, Money.of(minor, currency));
    }

    private static Posting posting(Line... lines) {
        UUID id = new UUID(1, 2);
        return new Posting(
                new OrgId("ridgeline"),
                "payment/1",
                "payment",
                RecordRef.project("7"),
                id,
                id,
                Optional.empty(),
                List.of(lines));
    }
}
