package dev.quittance.platform;

import dev.quittance.platform.bounce.MailReturns;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.lifecycle.Plugins;
import dev.quittance.platform.record.RecordEvents;
import dev.quittance.platform.render.Assets;
import dev.quittance.platform.screen.Screens;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;

/**
 * The platform in a host. A host starts it, puts {@link #filter()} into its one servlet context at {@code /*} behind its own
 * filters (security headers, sign-in) and before its own servlets, and closes it at the end.
 *
 * <pre>{@code
 * Platform platform = Platform.start(settings, host);
 * context.addFilter(new FilterHolder(platform.filter()), "/*", EnumSet.of(DispatcherType.REQUEST));
 * platform.plugins().install(zip);
 * platform.plugins().enable("stripe-payments");
 * }</pre>
 *
 * Thread-safe.
 */
public interface Platform extends AutoCloseable {

    /**
     * Migrates the platform's schema, starts the jobs and enables what was enabled before. Takes the host's services as they are;
     * none is asked before this call.
     */
    static Platform start(PlatformSettings settings, Host host) {
        RunningPlatform platform = new RunningPlatform(settings, host);
        platform.begin();
        return platform;
    }

    /** Install, enable, disable, list. */
    Plugins plugins();

    /** Where the host says what happened to its records. */
    RecordEvents recordEvents();

    /** Where the host hands in what comes back to the address from which mails are sent. */
    MailReturns mailReturns();

    /** What plugins show on the host's own pages. */
    Screens screens();

    /** Style sheets and scripts, with their addresses. */
    Assets assets();

    /**
     * Takes the requests that are the platform's and passes the others on: {@code /assets/platform/…}, {@code /api/plugins/…},
     * {@code /webhooks/…}, {@code /x/{plugin}/{page}}, {@code /{object}/{id}/actions/{plugin}/{action}}, {@code /{object}/{id}/lists/{plugin}/{list}},
     * {@code /{object}/{id}/panels/{plugin}/{panel}}, and the public prefixes
     * that installed plugins declare ({@code /pay/…}). It sets {@code Cache-Control}, and on public pages the whole set of security
     * headers, over whatever the host's filter set before. It reads bodies itself: a filter before it must not ask for parameters. Every
     * request that passes it gets a name, sent back as {@code X-Request-Id} and found in the log as {@code request}.
     */
    Filter filter();

    /** Everything that {@link #filter()} answers at this moment, each with who may use it. */
    List<OpenRoute> routes();

    /** How it is doing: for those who watch over the host. */
    Health health();

    /** What people with this role may do, by the manifests of the enabled plugins: for example {@code stripe-payments.view}. */
    Set<String> permissionsOf(String role);

    /** The origins that enabled plugins may lead people to, after substitution: for the host's {@code form-action}. */
    Set<String> redirectOrigins();

    /** Disables nothing: lets calls in flight end, stops jobs and plugins, and keeps in the database what was enabled. */
    @Override
    void close();
}
