package dev.quittance.crm.sandbox;

import dev.quittance.crm.document.Typefaces;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.inbox.Inbox;
import dev.quittance.crm.inbox.MailServer;
import dev.quittance.crm.seed.Login;
import dev.quittance.crm.seed.Seed;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Route;
import dev.quittance.platform.Platform;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.host.PlatformSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A CRM with its demo data and no plugin, in this process. */
final class RunningCrm implements AutoCloseable {
    private final Crm crm;
    private final Database database;
    private final MailServer mail;
    private final WebServer server;

    private RunningCrm(Crm crm, Database database, MailServer mail, WebServer server) {
        this.crm = crm;
        this.database = database;
        this.mail = mail;
        this.server = server;
    }

    /** Starts one that gives itself this address to people outside; empty for its own. */
    static RunningCrm start(Database database, Path folder, String publicUrl) throws IOException {
        MovingClock clock = new MovingClock();
        WebServer server = WebServer.bind(0);
        URI url = URI.create(publicUrl.isEmpty() ? "http://localhost:" + server.port() : publicUrl);
        Inbox inbox = Inbox.open(folder.resolve("inbox"), clock);
        MailServer mail = MailServer.start(inbox);
        PlatformSettings settings = PlatformSettings.of(folder, InstallationKeys.of("", folder.resolve("key")))
                .withSchemaPrefix("p" + server.port() + "_");
        Route broken = Route.get("/broken", Access.everybody(), exchange -> {
            throw new IllegalStateException("a detail that is nobody's business");
        });
        Crm crm = Crm.start(
                new Crm.Ground(database, inbox, mail, clock, url, Typefaces.with(Optional.empty())),
                List.of(),
                broken,
                host -> Platform.start(settings, host));
        Seed.enterPeople(crm.people());
        Seed.enterRecords(crm.shelves());
        crm.serve(server);
        return new RunningCrm(crm, database, mail, server);
    }

    URI url() {
        return URI.create("http://localhost:" + server.port() + "/");
    }

    Crm crm() {
        return crm;
    }

    int mailPort() {
        return mail.port();
    }

    /** The n-th login: office, technician and admin of one organisation, then of the other. */
    static Login login(int n) {
        return Seed.logins().get(n);
    }

    @Override
    public void close() {
        server.close();
        crm.news().close();
        crm.platform().close();
        mail.close();
        database.close();
    }
}
