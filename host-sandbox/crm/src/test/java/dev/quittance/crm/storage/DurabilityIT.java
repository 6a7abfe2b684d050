package dev.quittance.crm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DurabilityIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60})
    void what_was_committed_is_there_after_the_process_was_killed(int enough) throws IOException, InterruptedException {
        String address = DatabaseAddress.embedded(folder);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        int last = readUntil(writer, enough);
        writer.waitFor();

        try (Database database = Database.open(address, "")) {
            int kept = database.read(sql -> sql.fetchCount(DSL.table(DSL.name("organisation"))));
            // One more may be there: committed, and killed before it was said.
            assertThat(kept).isBetween(last + 1, last + 2);
        }
    }

    /** The last number that the writer said before it was killed, which happens as soon as it has said enough. */
    private static int readUntil(Process writer, int enough) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
        int last = -1;
        String line;
        while ((line = said.readLine()) != null) {
            if (line.matches("\\d+")) {
                last = Integer.parseInt(line);
            }
            if (last >= enough) {
                // By its handle: the process object would close what it said and was not read yet.
                writer.toHandle().destroyForcibly();
            }
        }
        assertThat(last).isGreaterThanOrEqualTo(enough);
        return last;
    }
}
