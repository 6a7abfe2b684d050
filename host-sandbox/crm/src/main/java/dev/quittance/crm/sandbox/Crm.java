package dev.quittance.crm.sandbox;

import dev.quittance.crm.books.Books;
import dev.quittance.crm.document.InvoiceMailer;
import dev.quittance.crm.document.InvoicePdf;
import dev.quittance.crm.document.Typefaces;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.event.RecordNewsSender;
import dev.quittance.crm.hosting.CrmHost;
import dev.quittance.crm.identity.Passwords;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.SignIns;
import dev.quittance.crm.inbox.Inbox;
import dev.quittance.crm.notice.Notices;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoices;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.screen.Chromes;
import dev.quittance.crm.screen.Parts;
import dev.quittance.crm.screen.RefusalScreen;
import dev.quittance.crm.screen.Screens;
import dev.quittance.crm.screen.SignInPage;
import dev.quittance.crm.screen.Workroom;
import dev.quittance.crm.seed.Seed;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
import dev.quittance.crm.web.Cookies;
import dev.quittance.crm.web.FormGuard;
import dev.quittance.crm.web.FormTokens;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Route;
import dev.quittance.crm.web.Router;
import dev.quittance.crm.web.SecurityHeaders;
import dev.quittance.crm.web.SessionCookies;
import dev.quittance.crm.web.Templates;
import dev.quittance.crm.web.Visitors;
import dev.quittance.platform.Platform;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.MailServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The objects of the CRM, put together: what it keeps, its pages, and the platform in it. The platform needs the CRM as its
 * host, and the pages need the platform; so the pages learn of it when it has started.
 */
final class Crm {
    private static final int REFERENCE_BYTES = 5;

    private final Ground ground;
    private final Parts parts;
    private final Platform platform;
    private final List<Route> routes;
    private final Router router;
    private final SecurityHeaders headers;
    private final RecordNewsSender news;

    /**
     * What the CRM stands on.
     *
     * @param database where it keeps things
     * @param inbox where its mail ends up
     * @param mail where its mail is handed in, and comes back
     * @param clock time
     * @param publicUrl its address
     * @param fonts for its documents
     */
    record Ground(
            Database database,
            Inbox inbox,
            dev.quittance.crm.inbox.MailServer mail,
            Clock clock,
            URI publicUrl,
            Typefaces fonts) {}

    private record Web(Router router, SecurityHeaders headers) {}

    private Crm(Ground ground, Parts parts, Platform platform, List<Route> routes, Web web) {
        this.ground = ground;
        this.parts = parts;
        this.platform = platform;
        ground.mail().handReturnsTo(platform.mailReturns()::take);
        this.routes = List.copyOf(routes);
        this.router = web.router();
        this.headers = web.headers();
        this.news = new RecordNewsSender(
                ground.database(), platform.recordEvents(), Executors.newSingleThreadScheduledExecutor());
    }

    /**
     * Builds it and starts the platform.
     *
     * @param logins shown on the sign-in page; none to show none
     * @param more a route beside those of the pages
     * @param starting starts the platform in this host
     */
    static Crm start(Ground ground, List<SignInPage.Login> logins, Route more, Function<Host, Platform> starting) {
        SecureRandom random = new SecureRandom();
        CompletableFuture<Platform> started = new CompletableFuture<>();
        Cookies cookies = new Cookies(ground.publicUrl());
        FormTokens tokens = new FormTokens(cookies);
        Permissions permissions = new Permissions();
        Sessions sessions = new Sessions(ground.database(), ground.clock(), random);
        People people = new People(ground.database(), ground.clock());
        Notices notices = new Notices(ground.database(), ground.clock());
        Templates templates = new Templates();
        Projects projects = new Projects(ground.database());
        Passwords passwords = new Passwords(random);
        InvoicePdf pdf = new InvoicePdf(templates, ground.fonts());
        RowIds ids = new RowIds(ground.clock(), random);
        Workroom work = Workrooms.of(ground, new Workrooms.Makings(people, passwords, ids, random));
        Visitors visitors = new Visitors(cookies, sessions, work.tokens(), permissions);
        Parts parts = new Parts(
                work,
                new SignIns(ground.database(), people, passwords, ground.clock(), ids),
                sessions,
                new SessionCookies(cookies, random),
                new Clients(ground.database()),
                projects,
                invoices(ground, random),
                new Books(ground.database(), projects, ground.clock()),
                notices,
                ground.inbox(),
                ground.clock(),
                pdf,
                new InvoiceMailer(mail(ground), templates, pdf, ground.clock()),
                started::join,
                new Chromes(started::join, notices, tokens),
                templates);
        CrmHost host = new CrmHost(place(ground, people), parts, visitors, tokens);
        Platform platform = opened(host, ground.database(), starting, permissions);
        started.complete(platform);
        List<Route> routes = routes(Screens.routes(parts, logins), more, platform, host);
        Router router = new Router(routes, visitors, guard(ground, tokens), refusals(parts), () -> reference(random));
        return new Crm(ground, parts, platform, routes, new Web(router, headers(ground, platform)));
    }

    private static Platform opened(
            CrmHost host, Database database, Function<Host, Platform> starting, Permissions permissions) {
        PoolFigures.register(host.meters(), database);
        Platform platform = starting.apply(host);
        permissions.extend(platform::permissionsOf);
        return platform;
    }

    private static FormGuard guard(Ground ground, FormTokens tokens) {
        return new FormGuard(ground.publicUrl(), tokens);
    }

    private static RefusalScreen refusals(Parts parts) {
        return new RefusalScreen(parts.chromes(), parts.templates());
    }

    private static SecurityHeaders headers(Ground ground, Platform platform) {
        return new SecurityHeaders(ground.publicUrl(), platform::redirectOrigins);
    }

    private static List<Route> routes(List<Route> pages, Route more, Platform platform, CrmHost host) {
        List<Route> all = new ArrayList<>(pages);
        all.add(more);
        all.addAll(new OperationRoutes(() -> platform, host.meters(), all).routes());
        return all;
    }

    People people() {
        return new People(ground.database(), ground.clock());
    }

    Parts parts() {
        return parts;
    }

    /** Where demo records are entered. */
    Seed.Shelves shelves() {
        return new Seed.Shelves(parts.clients(), parts.projects(), parts.invoices(), parts.books());
    }

    /** All that the CRM itself answers, each with who may use it. */
    List<Route> routes() {
        return routes;
    }

    Platform platform() {
        return platform;
    }

    /** Tells plugins what happened to records, once it is started; to be closed before the platform is. */
    RecordNewsSender news() {
        return news;
    }

    /** Answers requests from now on. */
    void serve(WebServer server) {
        server.start(headers, platform, router);
    }

    private static CrmHost.Place place(Ground ground, People people) {
        return new CrmHost.Place(ground.database(), ground.clock(), ground.publicUrl(), mail(ground), people);
    }

    private static Invoices invoices(Ground ground, SecureRandom random) {
        RowIds ids = new RowIds(ground.clock(), random);
        return new Invoices(ground.database(), new RecordNews(ids, ground.clock()), ids, ground.clock());
    }

    private static MailServer mail(Ground ground) {
        return MailServer.plain(
                dev.quittance.crm.inbox.MailServer.HOST, ground.mail().port(), "payments@sandbox.example");
    }

    private static String reference(SecureRandom random) {
        byte[] bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
