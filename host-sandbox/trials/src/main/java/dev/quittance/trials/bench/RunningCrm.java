package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.trials.AppFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The CRM of this checkout on a database, with the plugin and a local Stripe, as it is measured. */
final class RunningCrm {
    private RunningCrm() {}

    /**
     * Starts it.
     *
     * @param url of the database
     * @param folder for its data
     * @param more arguments
     */
    static Program start(String url, Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "up",
                "--json",
                "--port",
                "0",
                "--db",
                url,
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return Program.start(AppFolder.crmJar(), List.of("-Xmx256m"), arguments, folder.resolve("err.log"));
    }

    static URI address(Program crm) {
        return URI.create(crm.said().path("url").asText());
    }

    /** As the first of its users, who may do everything. */
    static Office signIn(Program crm) throws IOException {
        JsonNode first = crm.said().path("logins").path(0);
        return Office.signIn(
                address(crm),
                first.path("email").asText(),
                first.path("password").asText());
    }
}
