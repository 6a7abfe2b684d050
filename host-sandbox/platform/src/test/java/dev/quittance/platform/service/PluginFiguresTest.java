package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.Metrics;
import dev.quittance.platform.meter.Meters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PluginFiguresTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PluginFigures figures = new PluginFigures(new Meters(registry), "sample");

    @Test
    void a_figure_shows_what_was_said_last_until_the_plugin_is_off() {
        figures.gauge("inbox_oldest_seconds", 12);
        figures.gauge("inbox_oldest_seconds", 40);
        new PluginFigures(new Meters(registry), "other").gauge("inbox_oldest_seconds", 7);

        assertThat(registry.get("quittance.plugin.figure")
                        .tags("plugin", "sample", "figure", "inbox_oldest_seconds")
                        .gauge()
                        .value())
                .isEqualTo(40.0);

        figures.forget();

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("plugin"))
                .containsExactly("other");
    }

    @Test
    void names_that_could_hold_anybodys_data_and_figures_without_end_are_refused() {
        for (String name : List.of("", "Dana", "dana@example.com", "9lives", "a-b", "a".repeat(61))) {
            assertThatThrownBy(() -> figures.gauge(name, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> figures.gauge("age", -1)).isInstanceOf(IllegalArgumentException.class);
        for (int figure = 0; figure < Metrics.MOST; figure++) {
            figures.gauge("figure_" + figure, figure);
        }

        assertThatThrownBy(() -> figures.gauge("one_more", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(registry.getMeters()).hasSize(Metrics.MOST);
    }
}
