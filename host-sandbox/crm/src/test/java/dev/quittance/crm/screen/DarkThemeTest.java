package dev.quittance.crm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DarkThemeTest {
    @Test
    void tablers_dark_rules_come_under_the_readers_preference_and_nothing_else_does() {
        String tabler = ":root{--b:#fff}[data-bs-theme=dark],body[data-bs-theme=dark] [data-bs-theme=light]{--b:#000}"
                + ".a{color:red}[data-bs-theme=dark] .btn{color:#eee}"
                + ":root:not([data-bs-theme=dark]) .img-dark{display:none}@media print{.x{y:z}}";

        assertThat(DarkTheme.of(tabler))
                .isEqualTo("@media (prefers-color-scheme: dark) {\n:root{--b:#000}\n:root .btn{color:#eee}\n}\n");
    }
}
