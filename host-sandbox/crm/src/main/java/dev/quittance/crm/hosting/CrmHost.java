package dev.quittance.crm.hosting;

import dev.quittance.api.host.Notifications;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.api.record.Settlements;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.screen.Chromes;
import dev.quittance.crm.screen.Parts;
import dev.quittance.crm.screen.PluginPage;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.FormTokens;
import dev.quittance.crm.web.Router;
import dev.quittance.crm.web.Visitor;
import dev.quittance.crm.web.Visitors;
import dev.quittance.platform.host.CsrfTokens;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.MailServer;
import dev.quittance.platform.host.RecordHeading;
import dev.quittance.platform.host.StaffLayout;
import dev.quittance.platform.host.StaffPage;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The CRM as the platform's host. Thread-safe. */
public final class CrmHost implements Host {
    private final Place place;
    private final Parts parts;
    private final Visitors visitors;
    private final FormTokens tokens;
    private final CrmRecords records;
    private final CrmNotifications notifications;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * Where and on what the host runs.
     *
     * @param database the pool and the schema beside which plugins keep theirs
     * @param clock time
     * @param publicUrl the base of addresses
     * @param mailServer where mail goes
     * @param people organisations and users
     */
    public record Place(Database database, Clock clock, URI publicUrl, MailServer mailServer, People people) {}

    /** A host made of these. */
    public CrmHost(Place place, Parts parts, Visitors visitors, FormTokens tokens) {
        this.place = place;
        this.parts = parts;
        this.visitors = visitors;
        this.tokens = tokens;
        this.records = new CrmRecords(place.people(), parts.clients(), parts.projects(), parts.invoices());
        this.notifications = new CrmNotifications(parts.notices());
    }

    @Override
    public DataSource dataSource() {
        return place.database().dataSource();
    }

    @Override
    public Optional<DataSource> dataSourceIn(String schema) {
        return Optional.of(place.database().dataSourceIn(schema, CONNECTIONS_PER_PLUGIN));
    }

    @Override
    public Clock clock() {
        return place.clock();
    }

    @Override
    public URI publicUrl() {
        return place.publicUrl();
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Settlements settlements(String pluginId) {
        return parts.books().toldBy(pluginId);
    }

    @Override
    public Notifications notifications() {
        return notifications;
    }

    @Override
    public Optional<Actor> actor(HttpServletRequest request) {
        return visitors.recognise(request).map(Visitor::actor);
    }

    @Override
    public PrometheusMeterRegistry meters() {
        return meters;
    }

    @Override
    public CsrfTokens csrf() {
        return new CsrfTokens() {
            @Override
            public String token(HttpServletRequest request) {
                return tokens.find(request).orElse("");
            }

            @Override
            public boolean matches(HttpServletRequest request, String token) {
                return tokens.matches(request, token);
            }
        };
    }

    @Override
    public StaffLayout layout() {
        return this::page;
    }

    @Override
    public Optional<URI> signInPage(HttpServletRequest request) {
        return Optional.of(URI.create(Router.signIn(request)));
    }

    @Override
    public MailServer mailServer() {
        return place.mailServer();
    }

    @Override
    public Optional<RecordHeading> heading(OrgId org, RecordRef record) {
        return records.heading(org, record);
    }

    private String page(HttpServletRequest request, StaffPage page) {
        Chromes chromes = parts.chromes();
        Chrome chrome = chromes.of(request, visitors.recognise(request), page.title(), "");
        return parts.templates().render("plugin", chrome, new PluginPage(page.fragment()));
    }
}
