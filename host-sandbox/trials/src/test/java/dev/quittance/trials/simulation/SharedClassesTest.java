package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.CrmPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedClassesTest {
    private final ClassLoader shared = new SharedClasses();

    @Test
    void the_api_is_the_hosts_own() throws ClassNotFoundException {
        assertThat(shared.loadClass(CrmPlugin.class.getName())).isSameAs(CrmPlugin.class);
        assertThat(shared.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "dev.quittance.emulator.LocalStripe",
                "dev.quittance.trials.simulation.Dice",
                "org.h2.Driver"
            })
    void a_plugin_does_not_see_what_the_host_uses_for_itself(String name) {
        assertThatThrownBy(() -> shared.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
