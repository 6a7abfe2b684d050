package dev.quittance.crm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DevicesTest {
    @Test
    void a_browser_is_named_by_what_its_owner_calls_it() {
        assertThat(Devices.words(
                        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"))
                .isEqualTo("Edge on Windows");
        assertThat(Devices.words("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(Devices.words("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"))
                .isEqualTo("Firefox on Linux");
        assertThat(Devices.words("curl/8.9")).isEmpty();
        assertThat(Devices.words("<script>Firefox/</script>")).isEqualTo("Firefox");
    }
}
