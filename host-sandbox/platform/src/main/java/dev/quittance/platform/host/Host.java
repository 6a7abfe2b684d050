package dev.quittance.platform.host;

import dev.quittance.api.host.Notifications;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.api.record.Settlements;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What a CRM gives the platform. Everything here must be thread-safe. None of it may ask the platform back from its own
 * constructor.
 */
public interface Host {

    /**
     * The host's pool, on PostgreSQL or H2. The platform keeps its own tables in the schema {@code platform} and each plugin's in
     * {@code plugin_<id>}, and makes both itself. Plugins' connections come from this pool with the schema set, and go back to it with
     * the schema they had: size it for the host's own need and {@value #CONNECTIONS_PER_PLUGIN} for each plugin.
     */
    DataSource dataSource();

    /**
     * A pool for one plugin alone, whose connections have this schema from the beginning and keep it; empty, which is the default, has the
     * plugin share {@link #dataSource()}. Worth having on PostgreSQL, where each change of a connection's schema throws away what it has
     * prepared. Asked whenever the plugin is switched on; the host closes it, and it holds {@value #CONNECTIONS_PER_PLUGIN} at most.
     */
    default Optional<DataSource> dataSourceIn(String schema) {
        return Optional.empty();
    }

    /** How many connections one plugin may hold at a time. */
    int CONNECTIONS_PER_PLUGIN = 8;

    /** Time, UTC. */
    Clock clock();

    /** The base of every address given to people outside, without a slash at the end: {@code https://crm.example}. */
    URI publicUrl();

    /** The host's records. */
    Records records();

    /** The host's own books of what was paid on its records, as this plugin tells them and reads them. */
    Settlements settlements(String pluginId);

    /**
     * Where notices go. By the time the host gets one its key starts with the plugin's id and a colon, its text is plain words in the organisation's language
     * ({@code text().fallback()}), and its target is a record or an absolute address.
     */
    Notifications notifications();

    /**
     * Who is signed in, with the permissions they have, or empty. It must not read the request's body or its parameters.
     *
     * @see dev.quittance.platform.Platform#permissionsOf
     */
    Optional<Actor> actor(HttpServletRequest request);

    /** Where figures about the platform go. Asked once; by default they are kept and nobody sees them. */
    default MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** What guards the forms of people who are signed in. */
    CsrfTokens csrf();

    /** The host's chrome around a page of a plugin's. */
    StaffLayout layout();

    /** Where to send a person who is not signed in; empty answers 401 instead. */
    Optional<URI> signInPage(HttpServletRequest request);

    /** Where mail goes. */
    MailServer mailServer();

    /** A record's heading for the page of an action on it, or empty if the organisation has no such record: the answer is then a 404. */
    Optional<RecordHeading> heading(OrgId org, RecordRef record);
}
