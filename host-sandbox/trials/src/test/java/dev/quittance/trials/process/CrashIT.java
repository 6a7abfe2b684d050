package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashIT {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(75);

    @TempDir
    private Path folder;

    @Test
    void a_payment_made_while_the_crm_lies_dead_is_booked_once_when_it_comes_back() throws SQLException {
        Path data = folder.resolve("data");
        Sandbox before = Sandbox.start(data);
        Walk office = new Walk(before);
        office.signIn(before.login("office", 0));
        URI project = office.project("Ruiz roof");
        office.requestShare(project, "40");
        Seen hostedPage = office.clickPay(office.payLink(List.of()));

        before.kill();
        Seen paid = office.payWithoutReturning(hostedPage, Walk.GOOD_CARD);
        assertThat(paid.status()).isEqualTo(303);

        try (Sandbox after = Sandbox.start(data, "--port", before.port())) {
            Walk officeAgain = new Walk(after);
            officeAgain.signIn(after.login("office", 0));
            officeAgain.seesOn(project, "Paid");
            // Work that the dead host had begun is taken over when it has missed four beats of 3 s.
            Eventually.so("a receipt", TAKEN_OVER, () -> officeAgain.receipts() > 0);
            // The local Stripe tries its webhook again meanwhile: whoever comes second must find nothing left to do.
            officeAgain.person().open(paid.leadsTo().orElseThrow());

            assertThat(officeAgain.receipts()).isEqualTo(1);
        }
        assertThat(EmbeddedBooks.count(
                        data, "select count(*) from plugin_stripe_payments.ledger_posting where kind = 'payment'"))
                .isEqualTo(1);
        assertThat(EmbeddedBooks.count(
                        data, "select count(*) from plugin_stripe_payments.payment where state = 'SUCCEEDED'"))
                .isEqualTo(1);
        assertThat(EmbeddedBooks.count(
                        data, "select coalesce(sum(amount_minor), 0) from plugin_stripe_payments.ledger_entry"))
                .isZero();
    }
}
