package dev.quittance.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginZipTest {
    @TempDir
    Path folder;

    @Test
    void a_sound_zip_is_unpacked_whole() throws Exception {
        Path zip = zip(List.of("plugin.json", "lib/a.jar"), "x".getBytes(StandardCharsets.UTF_8));

        new PluginZip(zip).unpackTo(folder.resolve("out"));

        assertThat(folder.resolve("out/lib/a.jar")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "a\\b", "C:evil", "a/./b", "a\u0001b"})
    void an_entry_that_leads_out_is_refused_and_nothing_stays(String name) throws Exception {
        refused(zip(List.of("good", name), new byte[1]));
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws Exception {
        refused(zip(List.of("lib/A.jar", "lib/a.jar"), new byte[1]));
    }

    @Test
    void a_bomb_is_refused() throws Exception {
        refused(zip(List.of("bomb"), new byte[40 * 1024 * 1024]));
    }

    @Test
    void too_many_entries_are_refused() throws Exception {
        List<String> names =
                Stream.iterate(0, i -> i + 1).limit(2001).map(i -> "e" + i).toList();
        refused(zip(names, new byte[0]));
    }

    @Test
    void a_symbolic_link_is_refused() throws Exception {
        Path zip = zip(List.of("link"), "/etc/passwd".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(zip);
        int entry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[entry + 5] = 3;
        bytes[entry + 40] = 0;
        bytes[entry + 41] = (byte) 0xa1;
        Files.write(zip, bytes);

        refused(zip);
    }

    @Test
    void what_is_no_zip_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("no.zip"), "no zip");

        assertThatThrownBy(() -> new PluginZip(file).unpackTo(folder.resolve("out")))
                .isInstanceOf(InstallException.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void refused(Path zip) {
        assertThatThrownBy(() -> new PluginZip(zip).unpackTo(folder.resolve("out")))
                .isInstanceOfSatisfying(
                        InstallException.class, e -> assertThat(e.code()).isEqualTo("zip_unsafe"));
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.part")).doesNotExist();
    }

    private Path zip(List<String> names, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
                out.closeEntry();
            }
        }
        return Files.write(folder.resolve("some.zip"), bytes.toByteArray());
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
