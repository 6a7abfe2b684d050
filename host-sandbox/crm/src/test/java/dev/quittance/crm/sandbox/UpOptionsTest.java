package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpOptionsTest {
    @Test
    void nothing_said_means_everything_local_with_plugin_and_demo_data() {
        UpSettings settings = UpOptions.parse(List.of());

        assertThat(settings.port()).isEmpty();
        assertThat(settings.data()).isAbsolute().endsWithRaw(Path.of(".sandbox"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.plugin()).isTrue();
        assertThat(settings.demoData()).isTrue();
        assertThat(settings.json()).isFalse();
        assertThat(settings.realStripe()).isFalse();
        assertThat(settings.without()).isEmpty();
    }

    @Test
    void every_option_is_heard() {
        UpSettings settings = UpOptions.parse(List.of(
                "--port",
                "0",
                "--db=jdbc:postgresql://db/crm",
                "--stripe-url",
                "http://localhost:8081/",
                "--stripe-key-file",
                "key",
                "--public-url",
                "https://crm.example",
                "--node",
                "two",
                "--clock-file",
                "/days/clock",
                "--no-demo-data",
                "--no-plugin",
                "--json",
                "--without",
                "webhooks, return-page",
                "--schema-prefix",
                "demo_1_"));

        assertThat(settings.port()).hasValue(0);
        assertThat(settings.database()).contains("jdbc:postgresql://db/crm");
        assertThat(settings.stripeUrl()).contains(URI.create("http://localhost:8081"));
        assertThat(settings.publicUrl()).contains(URI.create("https://crm.example"));
        assertThat(settings.node()).isEqualTo("two");
        assertThat(settings.clockFile()).contains(Path.of("/days/clock"));
        assertThat(settings.demoData()).isFalse();
        assertThat(settings.plugin()).isFalse();
        assertThat(settings.json()).isTrue();
        assertThat(settings.without()).containsExactlyInAnyOrder("webhooks", "return-page");
        assertThat(settings.schemaPrefix()).isEqualTo("demo_1_");
        assertThat(settings.realStripe()).isFalse();
    }

    @Test
    void a_key_without_a_local_stripe_means_stripe_itself() {
        assertThat(UpOptions.parse(List.of("--stripe-key-file", "key")).realStripe())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port x",
                "--port -1",
                "--port 65536",
                "--port",
                "--db jdbc:mysql:x",
                "--stripe-url localhost:1",
                "--stripe-url http://localhost/path",
                "--public-url ftp://x",
                "--without everything",
                "--frob",
                "extra"
            })
    void what_makes_no_sense_is_said_so(String options) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(options.split(" ", -1))))
                .isInstanceOf(WrongUsageException.class);
    }
}
