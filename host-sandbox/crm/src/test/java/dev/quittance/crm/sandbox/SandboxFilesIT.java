package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxFilesIT {
    @TempDir
    private Path folder;

    @Test
    void the_ports_are_the_usual_ones_at_first_and_those_kept_afterwards() throws IOException {
        assertThat(new Ports(folder).crm(OptionalInt.empty())).isEqualTo(8080);
        assertThat(new Ports(folder).crm(OptionalInt.of(0))).isZero();
        assertThat(new Ports(folder).crm(OptionalInt.of(9000))).isEqualTo(9000);

        int free = freePort();
        new Ports(folder).keep(free, free);

        assertThat(new Ports(folder).crm(OptionalInt.empty())).isEqualTo(free);
        assertThat(new Ports(folder).crm(OptionalInt.of(0))).isEqualTo(free);
        assertThat(new Ports(folder).stripe(OptionalInt.empty())).isEqualTo(free);
    }

    @Test
    void a_kept_port_that_is_taken_meanwhile_is_another_when_any_will_do() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Ports(folder).keep(taken.getLocalPort(), taken.getLocalPort());

            assertThat(new Ports(folder).crm(OptionalInt.of(0))).isZero();
            assertThat(new Ports(folder).stripe(OptionalInt.empty())).isZero();
            assertThat(new Ports(folder).crm(OptionalInt.empty())).isEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void who_runs_is_known_to_the_owner_of_the_file_alone_and_only_while_it_runs() throws IOException {
        Path file = folder.resolve("running.json");
        try (RunningFile running = RunningFile.prepare(folder)) {
            running.write(URI.create("http://localhost:8080"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).contains("http://localhost:8080", "\"pid\":", "\"token\":");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void data_that_another_sandbox_runs_on_is_left_alone() throws IOException {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        String file = "{\"url\":\"http://localhost:1\",\"pid\":" + other.pid() + ",\"startedAt\":\""
                + other.info().startInstant().orElseThrow() + "\"}";
        Files.writeString(folder.resolve("running.json"), file);

        assertThatThrownBy(() -> RunningFile.prepare(folder))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("http://localhost:1");
    }

    @Test
    void what_a_killed_sandbox_left_behind_does_not_stop_the_next() throws IOException {
        Files.writeString(folder.resolve("running.json"), "{\"url\":\"x\",\"pid\":1,\"startedAt\":\"long ago\"}");

        try (RunningFile running = RunningFile.prepare(folder)) {
            running.write(URI.create("http://localhost:8080"));
            assertThat(folder.resolve("running.json")).content().doesNotContain("long ago");
        }
    }

    @Test
    void a_test_key_is_read_without_what_an_editor_adds() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "rk_test_abc123\n");

        assertThat(StripeKey.read(file)).isEqualTo("rk_test_abc123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_abc", "rk_live_abc", "pk_test_abc", "", "sk_test_", "sk_test_a b", "hello"})
    void a_live_key_and_what_is_no_key_are_refused_and_not_repeated(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), content);
        UpSettings settings = UpOptions.parse(List.of("--stripe-key-file", file.toString()));

        assertThatThrownBy(() -> StripeKey.check(settings))
                .isInstanceOf(WrongUsageException.class)
                .message()
                .doesNotContain("abc");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
