package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.stripe.ledger.RecordBalance;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records that stand as a test wants them: "Kitchen remodel", in US dollars. */
final class TestStandings {
    private static final String CURRENCY = "USD";

    private TestStandings() {}

    static Standing of(long contractMinor) {
        return standing("signed", Optional.of(usd(contractMinor)), RecordBalance.none(CURRENCY), 0);
    }

    static Standing without() {
        return standing("signed", Optional.empty(), RecordBalance.none(CURRENCY), 0);
    }

    static Standing at(String stage, long requestedMinor, long paidMinor) {
        RecordBalance balance = new RecordBalance(usd(requestedMinor), usd(0), usd(paidMinor), usd(0), usd(0));
        return standing(stage, Optional.of(usd(12_000_00)), balance, 0);
    }

    static Standing withDeposits(long depositsMinor) {
        return standing("signed", Optional.of(usd(12_000_00)), RecordBalance.none(CURRENCY), depositsMinor);
    }

    private static Standing standing(
            String stage, Optional<Money> contract, RecordBalance balance, long depositsMinor) {
        OrgView org = new OrgView(
                new OrgId("ridgeline"),
                "Ridgeline Roofing",
                CURRENCY,
                Locale.US,
                ZoneId.of("America/Denver"),
                "",
                "",
                List.of("Alex Reyes"));
        ProjectView project = new ProjectView("7", "Kitchen remodel", "c1", stage, CURRENCY, contract);
        ClientView client = new ClientView(
                "c1", "Dana Miller", Optional.of("dana@example.com"), Optional.empty(), Optional.empty());
        return new Standing(
                org,
                Subject.of(project),
                Optional.of(client),
                balance,
                usd(0),
                usd(depositsMinor),
                Optional.empty(),
                1);
    }

    private static Money usd(long minor) {
        return Money.of(minor, CURRENCY);
    }
}
