package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search itself must find what it is there for, or finding nothing would mean nothing. */
final class NeedleTest {
    private final Needle needle = new Needle("key", "sk_test_SENTINEL");

    @TempDir
    private Path folder;

    @Test
    void it_is_found_as_bytes_characters_and_hexadecimal_digits() {
        assertThat(needle.isIn("x sk_test_SENTINEL y")).isTrue();
        assertThat(needle.isIn("xsk_test_SENTINELy".getBytes(StandardCharsets.UTF_16BE)))
                .isTrue();
        assertThat(needle.isIn("xsk_test_SENTINELy".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(needle.isIn("X'736b5f746573745f53454e54494e454c'")).isTrue();
        assertThat(needle.isIn("sk_test_SENTINE")).isFalse();
    }

    @Test
    void it_is_found_across_the_edge_of_two_chunks() throws IOException {
        byte[] content = new byte[(1 << 20) + 100];
        byte[] key = "sk_test_SENTINEL".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(key, 0, content, (1 << 20) - 7, key.length);
        Path file = Files.write(folder.resolve("dump"), content);

        assertThat(needle.isIn(file)).isTrue();
    }
}
