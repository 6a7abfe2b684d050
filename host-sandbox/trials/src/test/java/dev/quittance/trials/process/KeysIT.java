package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation gets another key while a customer's link is on its way. */
final class KeysIT {
    @Test
    void a_link_that_went_out_before_leads_to_the_payment_after_and_the_old_key_is_gone(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        URI link = sentLink(data);
        String first = Files.readString(data.resolve("installation.key"));

        assertThat(keys(data, "rotate")).startsWith("Key 2 seals; these open: 2, 1.");
        String both = Files.readString(data.resolve("installation.key"));
        assertThat(keys(data, "retire")).startsWith("Key 2 seals; these open: 2.");
        assertThatThrownBy(() -> Sandbox.start(data))
                .hasMessageContaining("key 1 is missing, and secrets are sealed with it. Nothing was changed.");
        Files.writeString(data.resolve("installation.key"), both);

        sealAnewAfterACrash(data);
        assertThat(keys(data, "retire")).startsWith("Key 2 seals; these open: 2.");
        assertThat(Files.readString(data.resolve("installation.key")))
                .doesNotContain(first.lines().reduce((a, b) -> b).orElseThrow());

        try (Sandbox sandbox = Sandbox.start(data)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            URI here = sandbox.url().resolve(link.getPath());
            assertThat(office.payAndReturn(office.clickPay(here), Walk.GOOD_CARD)
                            .status())
                    .isEqualTo(200);
            office.seesOn(office.project("Ruiz roof"), "Paid");
        }
    }

    private static URI sentLink(Path data) {
        try (Sandbox sandbox = Sandbox.start(data)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            office.requestShare(office.project("Ruiz roof"), "40");
            return office.payLink(List.of());
        }
    }

    private static void sealAnewAfterACrash(Path data) {
        Sandbox killed = Sandbox.start(data);
        killed.kill();
        try (Sandbox sandbox = Sandbox.start(data, "--port", killed.port())) {
            Walk admin = new Walk(sandbox);
            admin.signIn(sandbox.login("admin", 0));
            Eventually.so(
                    "everything sealed anew",
                    Walk.SOON.multipliedBy(3),
                    () -> admin.person()
                                    .ask(sandbox.url().resolve("/health"), "application/json")
                                    .body()
                                    .contains("\"secretsToReseal\":0")
                            && logOf(sandbox).contains("nothing is left that another has sealed"));
        }
    }

    private static String logOf(Sandbox sandbox) {
        try {
            return Files.readString(sandbox.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String keys(Path data, String verb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Sandbox.java("-Xmx64m"));
        command.addAll(List.of("-jar", Sandbox.APP.toString(), "keys", verb, "--data", data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
