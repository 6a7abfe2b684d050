package dev.quittance.crm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.Somebody;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FormatsTest {
    private final Organisation american = Somebody.organisation("a");
    private final Organisation german =
            new Organisation(new OrgId("k"), "K", "EUR", Locale.GERMANY, ZoneId.of("Europe/Berlin"), "", "");

    @Test
    void money_is_written_as_its_reader_writes_it_with_the_code_where_it_is_foreign() {
        assertThat(Formats.money(Money.of(1_500_000, "USD"), american)).isEqualTo("$15,000.00");
        assertThat(Formats.money(Money.of(1_840_000, "EUR"), german)).isEqualTo("18.400,00\u00a0€");
        assertThat(Formats.money(Money.of(980_000, "EUR"), american)).isEqualTo("€9,800.00 EUR");
        assertThat(Formats.money(Money.of(500, "JPY"), american)).isEqualTo("¥500 JPY");
    }

    @Test
    void dates_are_those_of_the_readers_time_zone() {
        Instant late = Instant.parse("2026-11-20T23:30:00Z");

        assertThat(Formats.date(late, american)).isEqualTo("Nov 20, 2026");
        assertThat(Formats.date(late, german)).isEqualTo("21.11.2026");
    }
}
