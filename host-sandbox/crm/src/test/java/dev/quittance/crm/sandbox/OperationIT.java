package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is for those who run it. */
final class OperationIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void strangers_learn_whether_it_works_and_an_admin_what_does_not(Engine engine)
            throws IOException, InterruptedException {
        Database database = engine.open();
        try (RunningCrm crm = RunningCrm.start(database, folder, "")) {
            Caller stranger = new Caller(crm.url());
            Caller admin = new Caller(crm.url());
            admin.signIn(RunningCrm.login(2));

            assertThat(stranger.get("/healthz").body()).isEqualTo("ok\n");
            HttpResponse<String> seen = stranger.get("/health");
            assertThat(seen.body()).matches("\\{\"status\":\"(up|down)\"}");
            assertThat(seen.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(admin.get("/health").body())
                    .contains("\"database\":\"up\"", "\"overdueJobs\":0", "\"plugins\":{}");
            assertThat(seen.headers().firstValue("X-Request-Id")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void figures_are_for_this_machine_and_for_admins(Engine engine) throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(engine.open(), folder, "")) {
            Caller stranger = new Caller(crm.url());
            Caller office = new Caller(crm.url());
            office.signIn(RunningCrm.login(0));
            Caller admin = new Caller(crm.url());
            admin.signIn(RunningCrm.login(2));

            assertThat(stranger.get("/metrics").body()).contains("quittance_pool_connections{state=\"active\"}");
            for (String header : new String[] {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"}) {
                assertThat(stranger.get("/metrics", header, "203.0.113.7").statusCode())
                        .as(header)
                        .isEqualTo(404);
                assertThat(office.get("/metrics", header, "203.0.113.7").statusCode())
                        .isEqualTo(404);
                assertThat(admin.get("/metrics", header, "203.0.113.7").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_admin_sees_who_may_open_what(Engine engine) throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(engine.open(), folder, "")) {
            Caller office = new Caller(crm.url());
            office.signIn(RunningCrm.login(0));
            Caller admin = new Caller(crm.url());
            admin.signIn(RunningCrm.login(2));

            assertThat(new Caller(crm.url()).get("/settings/routes").statusCode())
                    .isEqualTo(303);
            assertThat(office.get("/settings/routes").statusCode()).isEqualTo(403);
            String routes = admin.get("/settings/routes").body();
            assertThat(routes)
                    .contains("{\"method\":\"GET\",\"pattern\":\"/settings/routes\",\"access\":\"crm.settings\"}")
                    .contains("{\"method\":\"GET\",\"pattern\":\"/project/{id}\",\"access\":\"crm.view\"}")
                    .contains("{\"method\":\"GET\",\"pattern\":\"/assets/platform/{file}\",\"access\":\"everybody\"}");
            assertThat(routes.split("\"pattern\"", -1).length - 1)
                    .isEqualTo(crm.crm().routes().size()
                            + crm.crm().platform().routes().size());
        }
    }
}
