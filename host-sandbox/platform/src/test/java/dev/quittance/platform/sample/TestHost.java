package dev.quittance.platform.sample;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.host.Notification;
import dev.quittance.api.host.Notifications;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.platform.host.CsrfTokens;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.MailServer;
import dev.quittance.platform.host.RecordHeading;
import dev.quittance.platform.host.StaffLayout;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A host with two organisations, whose users sign in by a header. */
public final class TestHost implements Host, AutoCloseable {
    private static final Set<String> ALL = Set.of("sample.view", "sample.write", "sample.settings");
    private final TestSettlements settlements = new TestSettlements();

    private static final Map<String, Actor> USERS = Map.of(
            "olga", new Actor("olga", "Olga", new OrgId("o"), ALL, Locale.US, ZoneId.of("America/Denver")),
            "dieter", new Actor("dieter", "Dieter", new OrgId("k"), ALL, Locale.GERMANY, ZoneId.of("Europe/Berlin")),
            "nobody", new Actor("nobody", "No Body", new OrgId("o"), Set.of(), Locale.US, ZoneId.of("UTC")));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HikariDataSource dataSource;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Notification> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<URI> publicUrl = new AtomicReference<>(URI.create("http://localhost:1"));

    /** A host on a fresh database. */
    public TestHost(TestDatabase database) throws SQLException {
        this.dataSource = database.open();
        mail.start();
    }

    /** One of its users. */
    public static Actor user(String name) {
        return Objects.requireNonNull(USERS.get(name));
    }

    /** Where mail arrives. */
    public GreenMail mail() {
        return mail;
    }

    /** What was told. */
    public List<Notification> told() {
        return told;
    }

    void reachedAt(URI address) {
        publicUrl.set(address);
    }

    @Override
    public HikariDataSource dataSource() {
        return dataSource;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public URI publicUrl() {
        return Objects.requireNonNull(publicUrl.get());
    }

    @Override
    public TestSettlements settlements(String pluginId) {
        return settlements;
    }

    @Override
    public Records records() {
        return new Records() {
            @Override
            public Optional<OrgView> findOrg(OrgId org) {
                boolean first = org.value().equals("o");
                Locale locale = first ? Locale.US : Locale.GERMANY;
                return Optional.of(new OrgView(
                        org,
                        first ? "Ridgeline Roofing" : "Küstenbau GmbH",
                        first ? "USD" : "EUR",
                        locale,
                        ZoneId.of("UTC"),
                        "+1 555 0100",
                        "office@ridgeline.example",
                        List.of("Olga")));
            }

            @Override
            public Optional<ProjectView> findProject(OrgId org, String projectId) {
                return Optional.empty();
            }

            @Override
            public Optional<ClientView> findClient(OrgId org, String clientId) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Notifications notifications() {
        return told::add;
    }

    @Override
    public Optional<Actor> actor(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-User")).map(USERS::get);
    }

    @Override
    public MeterRegistry meters() {
        return meters;
    }

    @Override
    public CsrfTokens csrf() {
        return new CsrfTokens() {
            @Override
            public String token(HttpServletRequest request) {
                return "token-of-" + request.getHeader("X-User");
            }

            @Override
            public boolean matches(HttpServletRequest request, String token) {
                return token(request).equals(token);
            }
        };
    }

    @Override
    public StaffLayout layout() {
        return (request, page) -> "<html><body data-host=\"yes\">" + page.fragment() + "</body></html>";
    }

    @Override
    public Optional<URI> signInPage(HttpServletRequest request) {
        return Optional.of(URI.create("/sign-in"));
    }

    @Override
    public MailServer mailServer() {
        return MailServer.plain("127.0.0.1", mail.getSmtp().getPort(), "payments@crm.example");
    }

    /** Organisation o has every project but number 9, k has only number 9. */
    @Override
    public Optional<RecordHeading> heading(OrgId org, RecordRef record) {
        boolean there = record.object().equals("project")
                && record.id().equals("9") == org.value().equals("k");
        return there
                ? Optional.of(new RecordHeading("Project " + record.id(), "/project/" + record.id()))
                : Optional.empty();
    }

    @Override
    public void close() {
        mail.stop();
        dataSource.close();
    }
}
