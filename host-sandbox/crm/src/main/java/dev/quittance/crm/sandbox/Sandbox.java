package dev.quittance.crm.sandbox;

import dev.quittance.crm.document.Typefaces;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.inbox.Inbox;
import dev.quittance.crm.inbox.MailServer;
import dev.quittance.crm.screen.SignInPage;
import dev.quittance.crm.seed.Login;
import dev.quittance.crm.seed.Seed;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.DatabaseAddress;
import dev.quittance.platform.Platform;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.host.PlatformSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running sandbox: the CRM, its mail server, its database and the local Stripe, and their common end. */
final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    /** The installation's keys, in the data folder. */
    static final String KEY_FILE = "installation.key";

    private final UpSettings settings;
    /** What was started, the last first: the order in which it ends. */
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();

    private Sandbox(UpSettings settings) {
        this.settings = settings;
    }

    /**
     * Where a sandbox is.
     *
     * @param url the CRM
     * @param stripe the Stripe it speaks to
     * @param logins its users
     */
    record Addresses(URI url, URI stripe, List<Login> logins) {
        URI inbox() {
            return url.resolve("/inbox");
        }
    }

    /** Starts everything, to be stopped with the program; if something does not start, what did is stopped again. */
    static Addresses start(UpSettings settings) {
        Sandbox sandbox = new Sandbox(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
        try {
            return sandbox.open();
        } catch (IOException e) {
            sandbox.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            sandbox.close();
            throw e;
        }
    }

    private Addresses open() throws IOException {
        makeFolder();
        RunningFile running = keep(RunningFile.prepare(settings.data()));
        keep(LogFile.open(settings.data().resolve("log")));
        Ports ports = new Ports(settings.data());
        WebServer server = keep(WebServer.bind(ports.crm(settings.port())));
        int stripePort = ports.stripe(settings.port());
        CompletableFuture<Optional<LocalStripe>> local = CompletableFuture.supplyAsync(() -> startStripe(stripePort));
        URI here = URI.create("http://localhost:" + server.port());
        Crm.Ground ground = ground(here);
        StripeSide stripe = new StripeSide(settings, join(local));
        ports.keep(server.port(), stripe.local().isPresent() ? stripe.url().getPort() : stripePort);

        PlatformSettings platform = platform(stripe);
        Crm crm = Crm.start(ground, shownLogins(), running.route(), host -> start(platform, host));
        keep(crm.news()).start();
        seed(crm);
        crm.serve(server);
        running.write(here);
        plugins(crm.platform());
        connect(new Connecting(settings, here, stripe), stripe);
        return new Addresses(ground.publicUrl(), stripe.url(), Seed.logins());
    }

    private Crm.Ground ground(URI here) {
        Clock clock = settings.clockFile().<Clock>map(MovedClock::new).orElse(Clock.systemUTC());
        String address = settings.database()
                .orElseGet(() -> DatabaseAddress.embedded(settings.data().resolve("db")));
        Database database = keep(Database.open(address, settings.schemaPrefix()));
        Inbox inbox = Inbox.open(settings.data().resolve("inbox"), clock);
        MailServer mail = keep(MailServer.start(inbox));
        return new Crm.Ground(
                database, inbox, mail, clock, settings.publicUrl().orElse(here), Typefaces.with(settings.fonts()));
    }

    private Optional<LocalStripe> startStripe(int port) {
        if (settings.stripeUrl().isPresent() || settings.realStripe()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalStripe.start(settings.data().resolve("stripe"), port, settings.clockFile()));
        } catch (IOException e) {
            throw new StartException("The local Stripe cannot be started: " + e.getMessage(), e);
        }
    }

    private Optional<LocalStripe> join(CompletableFuture<Optional<LocalStripe>> starting) {
        try {
            Optional<LocalStripe> local = starting.join();
            local.ifPresent(this::keep);
            return local;
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private PlatformSettings platform(StripeSide stripe) throws IOException {
        InstallationKeys keys = InstallationKeys.of(
                System.getenv("QUITTANCE_KEY"), settings.data().resolve(KEY_FILE));
        return PlatformSettings.of(settings.data().resolve("platform"), keys)
                .withOriginSubstitutions(stripe.substitutions())
                .without(settings.without())
                .withNodeName(settings.node())
                .withSchemaPrefix(settings.schemaPrefix());
    }

    private Platform start(PlatformSettings platform, Host host) {
        return keep(Platform.start(platform, host));
    }

    private void seed(Crm crm) {
        Seed.enterPeople(crm.people());
        if (settings.demoData()) {
            Seed.enterRecords(crm.shelves());
        }
    }

    private void plugins(Platform platform) throws IOException {
        PluginZips zips = new PluginZips(platform.plugins());
        if (settings.plugin()) {
            zips.install(Launch.folder().resolve("plugins"));
        } else {
            zips.disableAll();
        }
    }

    private void connect(Connecting connecting, StripeSide stripe) {
        if (settings.plugin()) {
            List<Login> admins = Seed.logins().stream()
                    .filter(login -> login.role() == Role.ADMIN)
                    .toList();
            stripe.admins(admins).forEach(connecting::connect);
        }
    }

    /** Shown only where nobody from outside can see them. */
    private List<SignInPage.Login> shownLogins() {
        if (settings.publicUrl().isPresent()) {
            LOG.warn(
                    "The passwords of this sandbox are known to everybody who has read its sources, and it has an address"
                            + " that others can reach: keep nothing in it that is not demo data.");
            return List.of();
        }
        return Seed.logins().stream()
                .map(login -> new SignInPage.Login(
                        login.email(),
                        login.password(),
                        login.name(),
                        login.role().code(),
                        login.organisation()))
                .toList();
    }

    private void makeFolder() throws IOException {
        Path data = settings.data();
        if (!Files.isDirectory(data)) {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /** Ends everything, the last started first, whatever one of them says. */
    @Override
    public void close() {
        AutoCloseable part;
        while ((part = started.poll()) != null) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end well", part.getClass().getSimpleName(), e);
            }
        }
    }
}
