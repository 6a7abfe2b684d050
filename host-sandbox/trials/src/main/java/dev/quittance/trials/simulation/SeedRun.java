package dev.quittance.trials.simulation;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One seed's world from its first moment to its audit: a day or two in which everything may go wrong, then quiet until nothing may
 * hang any more.
 */
final class SeedRun implements AutoCloseable {
    private static final Instant BEGINNING = Instant.parse("2026-11-21T06:00:00Z");
    private static final Duration SHORTEST_CHAOS = Duration.ofHours(24);
    private static final Duration LONGEST_CHAOS = Duration.ofHours(40);

    /** Whoever still means to pay tries again at this time after the faults are over. */
    private static final Duration SECOND_CHANCE = Duration.ofHours(3);

    /** By then all of them have paid; what is left is to let sessions expire. */
    private static final Duration NOBODY_LEFT = Duration.ofHours(6);

    /** A session of the second chance expires after a day; then it must be noticed. */
    private static final Duration QUIET = Duration.ofHours(32);

    private static final int MOST_ASKS_OF_A_BUSINESS = 3;
    private static final long MOST_AMOUNT_MINOR = 400_000;

    private final long seed;
    private final Instant begunAt;
    private final Scene scene;
    private final Host host;
    private final RecordNews news;
    private final Browser browser;
    private final Dice dice;
    private final KnownSessions sessions = new KnownSessions();
    private final List<Payer> payers = new ArrayList<>();
    private final List<Payer> readers = new ArrayList<>();
    private final List<Office> offices = new ArrayList<>();

    SeedRun(long seed, BuiltPlugin built, Consumer<String> listener) {
        this.seed = seed;
        Dice seedDice = new Dice(seed);
        this.dice = seedDice.named("plan");
        VirtualClock clock = new VirtualClock(
                BEGINNING.plusSeconds(dice.below(Duration.ofDays(300).toSeconds())));
        this.begunAt = clock.instant();
        Trace trace = new Trace(clock, listener);
        Violations violations = new Violations(trace);
        Agenda agenda = new Agenda(clock, seedDice);
        OtherSide stripe = new OtherSide(clock, agenda, seedDice, violations);
        this.scene = new Scene(
                seedDice,
                clock,
                trace,
                agenda,
                new Faults(seedDice, trace),
                violations,
                new SeedDatabase("seed_" + seed, built.migrations()),
                stripe,
                Town.settle(stripe.stripe()),
                new Outside());
        this.host = new Host(scene, built);
        this.news = new RecordNews(scene, host);
        this.browser = new Browser(scene, host);
        stripe.employ(new Postman(scene, host)::take);
    }

    Scene scene() {
        return scene;
    }

    /** Lets everything happen, up to the end of the quiet phase. */
    void live() {
        Instant endOfChaos = begunAt.plus(dice.between(SHORTEST_CHAOS, LONGEST_CHAOS));
        scene.faults().begin();
        host.start();
        for (Town.Business business : scene.town().businesses()) {
            open(business, endOfChaos);
        }
        scene.agenda().runUntil(endOfChaos);
        scene.faults().end();
        scene.agenda().after(SECOND_CHANCE, () -> payers.forEach(Payer::tryOnceMore));
        scene.agenda().after(SECOND_CHANCE, () -> readers.forEach(Payer::tryOnceMore));
        scene.agenda().after(NOBODY_LEFT, host.services().jobs()::beLazy);
        scene.agenda().runUntil(endOfChaos.plus(QUIET));
        offices.forEach(Office::look);
    }

    /** Compares everything with everything. */
    void audit() {
        audit(scene);
    }

    /** The same for a scene that a test has damaged. */
    void audit(Scene audited) {
        new MoneyAudit(audited).run();
        new BooksAudit(audited).run();
        new LimboAudit(audited).run(payers);
        new MailAudit(audited).run(payers);
        new SecrecyAudit(audited, host.services().ids()).run();
    }

    /** Ends the trace. */
    SeedResult result() {
        Instant end = scene.clock().instant();
        int payments = (int) scene.stripe().books().charges().stream()
                .filter(charge -> charge.capturedMinor() > 0)
                .count();
        scene.trace().step("end", payments + " payments");
        return new SeedResult(
                seed,
                scene.trace().hash(),
                scene.violations().list(),
                scene.trace().listLastSteps(),
                scene.faults().struck().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                scene.faults().crashes(),
                Duration.between(begunAt, end).toHours(),
                payments);
    }

    @Override
    public void close() {
        scene.database().close();
    }

    private void open(Town.Business business, Instant endOfChaos) {
        Admin admin = new Admin(scene, host, business);
        admin.begin();
        openInvoices(business, endOfChaos);
        int asks = dice.below(MOST_ASKS_OF_A_BUSINESS + 1);
        for (int i = 0; i < asks; i++) {
            Ask ask = ask(business, i);
            Office office = new Office(scene, host, ask, admin);
            Payer payer = new Payer(scene, browser, ask, sessions);
            offices.add(office);
            payers.add(payer);
            scene.outside().subscribe(ask.email(), payer::read);
            Duration wait = dice.between(Duration.ofMinutes(5), Duration.between(begunAt, endOfChaos));
            scene.agenda().at(begunAt.plus(wait), office::request);
            scene.agenda().after(dice.between(wait, wait.plusHours(20)), office::look);
        }
    }

    /** Each invoice has a clerk, and a customer who holds it in hand. */
    private void openInvoices(Town.Business business, Instant endOfChaos) {
        for (RecordRef record : business.records()) {
            if (record.object().equals(RecordRef.INVOICE)) {
                Money amount = Money.of(1, business.org().currency());
                Ask ask = new Ask(business, record, amount, "reader-" + record.id() + "@mail.example");
                Payer reader = new Payer(scene, browser, ask, sessions);
                readers.add(reader);
                new Clerk(scene, host, news, ask, reader::readDocument).begin(endOfChaos);
            }
        }
    }

    private Ask ask(Town.Business business, int number) {
        CurrencyUnit unit = CurrencyUnit.of(business.org().currency());
        long steps = dice.below((MOST_AMOUNT_MINOR - unit.minimumMinor()) / unit.stepMinor());
        Money amount = Money.of(unit.minimumMinor() + steps * unit.stepMinor(), unit.code());
        return new Ask(
                business,
                dice.pick(business.records()),
                amount,
                "payer-" + business.id() + "-" + number + "@mail.example");
    }
}
