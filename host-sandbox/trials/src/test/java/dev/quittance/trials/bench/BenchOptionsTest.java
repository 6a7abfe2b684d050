package dev.quittance.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class BenchOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "request, --rate, 0",
        "request, --rate, 1001",
        "request, --seconds, -1",
        "request, --warm-up, 0",
        "paid, --payments, 0",
        "paid, --customers, 33",
        "webhooks, --connections, 0",
        "webhooks, --backlog, 0",
        "webhooks, --rounds, 101",
        "webhooks, --seconds, 0"
    })
    void an_option_that_makes_no_sense_is_refused_by_its_name_before_anything_is_started(
            String bench, String option, String value) {
        StringWriter said = new StringWriter();

        int status = new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(said))
                .execute(bench, option + "=" + value);

        assertThat(status).isEqualTo(2);
        assertThat(said.toString())
                .startsWith(option + " takes a number from 1 to ")
                .contains("not " + value + ".");
    }
}
