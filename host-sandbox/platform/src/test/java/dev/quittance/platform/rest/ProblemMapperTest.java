package dev.quittance.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Text;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ProblemMapperTest {
    private static final ErrorCode TOO_MUCH = new ErrorCode("too_much", ErrorType.USER);

    private final ProblemMapper mapper = new ProblemMapper();

    @Test
    void the_places_of_a_message_are_filled_in_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Text text = Text.of(
                    "k",
                    "At most {0} of ''{1}'' until {2}.",
                    Money.of(123_450, "EUR"),
                    "Roof {0}",
                    Instant.parse("2026-03-01T23:30:00Z"));
            Response answer = mapper.toResponse(new PluginException(TOO_MUCH, text));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat((String) answer.getEntity())
                    .contains("\"code\":\"too_much\"")
                    .contains("1,234.50")
                    .contains("of 'Roof {0}' until Mar 1, 2026")
                    .doesNotContain("{1}", "{2}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void words_that_somebody_typed_stay_as_they_are() {
        Response answer = mapper.toResponse(new PluginException(TOO_MUCH, Text.plain("No {0}, it's late.")));

        assertThat((String) answer.getEntity()).contains("No {0}, it's late.");
    }
}
