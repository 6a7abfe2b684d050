package dev.quittance.trials.simulation;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payer with a link in a mail: opens it, clicks, pays or not, comes back or not, and tries again when told to. */
final class Payer {
    private static final int DOUBLE_CLICK_RATE = 3_000;
    private static final int CLOSES_BROWSER_RATE = 3_000;
    private static final int OPENS_AGAIN_RATE = 2_000;
    private static final int MOST_TRIES = 12;
    private static final int MOST_REFRESHES = 6;

    private final Scene scene;
    private final Browser browser;
    private final HostedPage hosted;
    private final Ask ask;
    private final KnownSessions sessions;
    private final Dice dice;
    private final Habit habit;
    private @Nullable URI link;
    private int tries;
    private int cardsTried;
    private boolean paid;
    private boolean determined;

    Payer(Scene scene, Browser browser, Ask ask, KnownSessions sessions) {
        this.scene = scene;
        this.browser = browser;
        this.hosted = new HostedPage(scene);
        this.ask = ask;
        this.sessions = sessions;
        this.dice = scene.dice().named("payer " + ask.email());
        this.habit = dice.pick(List.of(Habit.values()));
    }

    Ask ask() {
        return ask;
    }

    Habit habit() {
        return habit;
    }

    /** Whether Stripe's page has said so. */
    boolean hasPaid() {
        return paid;
    }

    boolean hasLink() {
        return link != null;
    }

    void read(MailMessage mail) {
        Optional<URI> found = Screens.findPayLink(mail);
        if (link == null && found.isPresent()) {
            link = found.get();
            boolean soon = scene.faults().areOff();
            scene.agenda().after(dice.heavyTail(Duration.ofMinutes(1), soon ? 2 : 9), this::open);
        }
    }

    /** Finds a link in a document, rather than in a mail. */
    void readDocument(URI found) {
        if (link == null) {
            link = found;
            scene.agenda().after(dice.heavyTail(Duration.ofMinutes(1), 9), this::open);
        } else if (!link.equals(found)) {
            scene.violations().add("a_document_has_two_links", ask.email());
        }
    }

    /** Faults are over: whoever means to pay and could not must be able to now. */
    void tryOnceMore() {
        if (habit.wantsToPay() && !paid && link != null) {
            determined = true;
            tries = 0;
            open();
        }
    }

    private void open() {
        boolean tooLate = scene.faults().areOff() && !habit.wantsToPay();
        if (paid || tooLate || link == null || tries++ >= MOST_TRIES) {
            return;
        }
        Reply<Optional<Page>> reply = browser.open(link);
        if (reply.value().isEmpty()) {
            later(this::open);
        } else if (reply.value().get().isEmpty()) {
            scene.violations().add("link_leads_nowhere", ask.email());
        } else if (Screens.hasForm(reply.value().get().get(), Browser.PAY)) {
            scene.agenda().after(dice.between(Duration.ofSeconds(2), Duration.ofSeconds(90)), this::click);
        } else {
            later(this::open);
        }
    }

    private void click() {
        if (paid || link == null) {
            return;
        }
        URI address = link;
        String key = "click-" + ask.email() + "-" + tries;
        if (dice.happens(DOUBLE_CLICK_RATE)) {
            Duration between = dice.between(Duration.ofMillis(5), Duration.ofMillis(300));
            scene.agenda().after(between, () -> browser.click(address, key));
        }
        Reply<ActionResult> reply = browser.click(address, key);
        if (reply.value().isPresent() && reply.value().get() instanceof ActionResult.Leave leave) {
            sentOn(leave.uri());
        } else {
            later(this::open);
        }
    }

    private void sentOn(URI page) {
        if (!page.toString().startsWith(OtherSide.HOSTED_ORIGIN + "/")) {
            scene.violations().add("sent_somewhere_else", page.toString());
            return;
        }
        if (habit == Habit.WALKS_AWAY) {
            return;
        }
        Duration wait = habit == Habit.PAYS_LATE && !determined
                ? dice.heavyTail(Duration.ofHours(1), 4)
                : dice.between(Duration.ofSeconds(10), Duration.ofMinutes(3));
        scene.agenda().after(wait, () -> pay(page));
    }

    private void pay(URI page) {
        if (paid) {
            return;
        }
        int last = habit.cards().size() - 1;
        String card = habit.cards().get(Math.min(cardsTried++, last));
        boolean passes = habit != Habit.FAILS_TO_PROVE_IDENTITY;
        follow(page, hosted.pay(page, determined ? HostedPage.GOOD_CARD : card, ask.email()), passes);
    }

    private void follow(URI page, HostedPage.Outcome outcome, boolean passes) {
        switch (outcome.kind()) {
            case PAID -> paid(outcome.next().orElseThrow());
            case AUTHENTICATE -> {
                if (habit != Habit.LEAVES_AT_THE_BANK) {
                    Duration wait = dice.between(Duration.ofSeconds(3), Duration.ofMinutes(2));
                    URI question = outcome.next().orElseThrow();
                    scene.agenda().after(wait, () -> follow(page, hosted.authenticate(question, passes), passes));
                }
            }
            case DECLINED -> {
                if (habit != Habit.ALWAYS_DECLINED || cardsTried < 2) {
                    Duration wait = dice.between(Duration.ofSeconds(20), Duration.ofMinutes(5));
                    scene.agenda().after(wait, () -> pay(page));
                }
            }
            case CLOSED -> later(this::open);
        }
    }

    private void paid(URI successPage) {
        paid = true;
        scene.trace().step("payer", ask.email() + " paid " + ask.amount());
        if (!dice.happens(CLOSES_BROWSER_RATE)) {
            Duration wait = dice.between(Duration.ofMillis(300), Duration.ofSeconds(4));
            scene.agenda().after(wait, () -> comeBack(successPage, MOST_REFRESHES));
        }
        if (dice.happens(OPENS_AGAIN_RATE)) {
            scene.agenda().after(dice.heavyTail(Duration.ofSeconds(5), 12), this::openAgain);
        }
        String own = SimulatedUrls.query(successPage).getOrDefault("session_id", "");
        sessions.findOther(own)
                .ifPresent(other -> scene.agenda().after(Duration.ofMinutes(2), () -> spy(successPage, own, other)));
        sessions.add(own);
    }

    private void comeBack(URI successPage, int refreshesLeft) {
        Reply<Optional<Page>> reply = browser.comeBack(successPage);
        if (reply.value().isPresent() && reply.value().get().isEmpty()) {
            scene.violations().add("own_payment_not_found", ask.email());
        }
        Optional<Duration> refresh = reply.value().flatMap(page -> page).flatMap(Page::refreshAfter);
        if (refresh.isPresent() && refreshesLeft > 0) {
            scene.agenda().after(refresh.get(), () -> comeBack(successPage, refreshesLeft - 1));
        }
    }

    /** Having paid, opens the link from the mail once more and clicks whatever is there. */
    private void openAgain() {
        if (link == null) {
            return;
        }
        Reply<Optional<Page>> reply = browser.open(link);
        if (reply.value()
                .flatMap(page -> page)
                .filter(page -> Screens.hasForm(page, Browser.PAY))
                .isPresent()) {
            browser.click(link, "again-" + ask.email());
        }
    }

    /** Opens the return page with somebody else's session. */
    private void spy(URI successPage, String own, String other) {
        Reply<Optional<Page>> reply =
                browser.comeBack(URI.create(successPage.toString().replace(own, other)));
        if (reply.value().flatMap(page -> page).isPresent() || reply.writes() > 0) {
            scene.violations().add("somebody_elses_session_shown", ask.email());
        }
    }

    private void later(Runnable step) {
        scene.agenda().after(dice.heavyTail(Duration.ofSeconds(20), 7), step);
    }
}
