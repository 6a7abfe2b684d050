package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quittance.crm.storage.Engine;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is written down of what goes wrong. */
final class LogFileIT {
    @TempDir
    private Path folder;

    @Test
    void what_failed_is_found_by_the_request_id_and_nobody_gives_it_or_writes_a_line_of_his_own() throws Exception {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "");
                AutoCloseable log = LogFile.open(folder.resolve("log"))) {
            Caller caller = new Caller(crm.url());

            HttpResponse<String> answer = caller.get(
                    "/broken?email=dana%40example.com", "X-Request-Id", "mine", "User-Agent", "secret-agent");
            LoggerFactory.getLogger(LogFileIT.class).error("one\r\n{}", "two\n{\"forged\":1}");
            log.close();

            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            List<String> lines = Files.readAllLines(folder.resolve("log").resolve("crm.json"));
            JsonMapper json = JsonMapper.builder().build();
            assertThat(lines).hasSize(2);
            JsonNode failed = json.readTree(lines.get(0));
            assertThat(id).matches("[A-Za-z0-9_-]{12}");
            assertThat(failed.path("mdc").path("request").asText()).isEqualTo(id);
            assertThat(failed.path("level").asText()).isEqualTo("ERROR");
            assertThat(lines.get(0)).doesNotContain("dana", "mine", "secret-agent", "?email");
            assertThat(json.readTree(lines.get(1)).path("formattedMessage").asText())
                    .isEqualTo("one\r\ntwo\n{\"forged\":1}");
        }
    }
}
