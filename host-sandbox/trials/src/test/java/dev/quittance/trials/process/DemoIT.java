package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one command that shows that the main job works, and three ways in which it must say that it does not. */
final class DemoIT {
    private static final String[] STEPS = {
        "started",
        "signed_in",
        "requested",
        "mail_received",
        "link_opened",
        "paid",
        "webhook_applied",
        "listed",
        "receipt"
    };

    @TempDir
    private Path folder;

    @Test
    void it_walks_the_main_job_on_the_embedded_database() {
        Demo demo = Demo.run(folder);

        assertThat(demo.steps()).as(demo.log()).containsExactly(STEPS);
        assertThat(demo.last().path("ok").asBoolean()).isTrue();
        assertThat(demo.last().path("payment").asText()).isNotBlank();
        assertThat(demo.exit()).isZero();
    }

    @Test
    void it_walks_it_twice_on_one_postgresql() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");

            Demo first = Demo.run(folder.resolve("first"), "--db", url);
            Demo second = Demo.run(folder.resolve("second"), "--db", url);

            assertThat(first.exit()).as(first.log()).isZero();
            assertThat(second.exit()).as(second.log()).isZero();
            assertThat(second.steps()).containsExactly(STEPS);
        }
    }

    @Test
    void it_fails_without_the_plugin() {
        Demo demo = Demo.run(folder, "--no-plugin");

        assertThat(demo.exit()).as(demo.log()).isEqualTo(1);
        assertThat(demo.last().path("ok").asBoolean(true)).isFalse();
        assertThat(demo.last().path("step").asText()).isEqualTo("requested");
    }

    @Test
    void it_fails_when_no_way_of_knowing_is_left() {
        Demo demo = Demo.run(folder, "--without", "webhooks,rereading,return-page");

        assertThat(demo.exit()).as(demo.log()).isEqualTo(1);
        assertThat(demo.last().path("ok").asBoolean(true)).isFalse();
        assertThat(demo.last().path("step").asText()).isEqualTo("webhook_applied");
    }

    @Test
    void it_fails_with_a_card_that_the_bank_declines() {
        Demo demo = Demo.run(folder, "--card", Walk.DECLINED_CARD);

        assertThat(demo.exit()).as(demo.log()).isEqualTo(1);
        assertThat(demo.last().path("ok").asBoolean(true)).isFalse();
        assertThat(demo.last().path("step").asText()).isEqualTo("paid");
    }
}
