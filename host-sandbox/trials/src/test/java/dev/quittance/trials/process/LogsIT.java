package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment is driven from the form to the receipt; then the log is read. */
final class LogsIT {
    @TempDir
    private Path folder;

    @Test
    void a_payment_leaves_nobodys_name_or_address_and_no_pay_link_in_the_log() throws IOException {
        Path data = folder.resolve("data");
        String token;
        try (Sandbox sandbox = Sandbox.start(data)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            URI project = office.project("Ruiz roof");
            office.requestShare(project, "40");
            URI payLink = office.payLink(List.of());
            token = payLink.getPath().substring("/pay/".length());
            office.person().open(sandbox.url(), "/pay/" + token + "x?who=dana@example.com");
            office.payAndReturn(office.clickPay(payLink), Walk.DECLINED_CARD);
            office.payAndReturn(office.clickPay(payLink), Walk.GOOD_CARD);
            office.seesOn(project, "Paid");
            Eventually.so("a receipt", Walk.SOON, () -> office.receipts() > 0);
        }

        Path json = data.resolve("log").resolve("crm.json");
        for (Path log : List.of(data.resolveSibling("data.log"), json)) {
            String words = Files.readString(log);
            assertThat(words).as("the log is written").contains("stripe-payments");
            for (String secret : List.of("Dana", "Ruiz", "example.com", "@ridgeline", token, "who=", "4242")) {
                assertThat(words).as(log.getFileName() + " holds " + secret).doesNotContain(secret);
            }
        }
        for (String line : Files.readAllLines(json)) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertThat(entry.path("level").asText()).as(line).isNotEmpty();
        }
    }
}
