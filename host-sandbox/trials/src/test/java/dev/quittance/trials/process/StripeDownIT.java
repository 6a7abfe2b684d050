package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StripeDownIT {
    @TempDir
    private Path folder;

    @Test
    void while_stripe_is_down_the_mail_goes_out_and_pay_says_that_nothing_was_charged() {
        Path data = folder.resolve("data");
        try (Sandbox sandbox = Sandbox.start(data)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            URI project = office.projects().get(0);
            LocalStripeProcess.killChildOf(sandbox.pid());

            office.requestShare(project, "40");
            URI payLink = office.payLink(List.of());
            Seen refused = office.clickPay(payLink);

            assertThat(refused.words()).containsIgnoringCase("not been charged").containsIgnoringCase("try again");
            assertThat(refused.status()).isLessThan(500);

            try (LocalStripeProcess stripe = LocalStripeProcess.startAgain(data.resolve("stripe"), sandbox.stripe())) {
                Seen hostedPage = Eventually.get("the hosted page", Walk.SOON, () -> {
                    Seen seen = office.clickPay(payLink);
                    return seen.body().contains("cardNumber")
                            ? java.util.Optional.of(seen)
                            : java.util.Optional.empty();
                });
                office.payAndReturn(hostedPage, Walk.GOOD_CARD);

                office.seesOn(project, "Paid");
                assertThat(stripe).isNotNull();
            }
        }
    }
}
