package dev.quittance.emulator;

import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.api.ApiDoor;
import dev.quittance.emulator.api.Keyring;
import dev.quittance.emulator.connect.ConnectDoor;
import dev.quittance.emulator.developer.Desk;
import dev.quittance.emulator.developer.DeveloperDoor;
import dev.quittance.emulator.developer.RequestLog;
import dev.quittance.emulator.fault.Courier;
import dev.quittance.emulator.fault.FaultyDoor;
import dev.quittance.emulator.fault.Mishap;
import dev.quittance.emulator.hosted.PageDoor;
import dev.quittance.emulator.payment.BankDebits;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Image;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.webhook.Secrets;
import dev.quittance.emulator.webhook.Webhooks;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Stripe in memory with a journal: accounts, checkout, charges, events and webhooks, at API version 2026-07-29.dahlia.
 * It has no sockets, threads or time of its own; a shell hands it calls, runs its timers and sends its deliveries.
 *
 * <p>Thread-safe: one call at a time, under one lock. What a call changed or saw is on the disk before it is answered; the
 * lock is not held while the disk works, so that calls that come together share one write.
 */
public final class LocalStripe {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStripe.class);

    private final Object lock = new Object();
    private final World world;
    private final Store store = new Store();
    private final Ids ids;
    private final Keyring keyring = new Keyring(store);
    private final Webhooks webhooks;
    private final ApiDoor api;
    private final FaultyDoor door;
    private final Courier courier;
    private final StateOwner state;
    private final RequestLog log = new RequestLog();
    private final ConnectDoor connect;
    private final PageDoor pages;
    private final DeveloperDoor developers;
    private final Compaction compaction;
    private final Housekeeping housekeeping;

    private LocalStripe(World world) {
        this.world = world;
        this.ids = new Ids(world.chance());
        this.webhooks = new Webhooks(store, world.chance());
        Mishap mishap = new Mishap(world.journal());
        this.api = new ApiDoor(world, store, ids, keyring, mishap.within(Emulated.FEATURES));
        this.door = new FaultyDoor(api, world, ids, mishap);
        this.courier = new Courier(store, webhooks, door.faults());
        this.connect = new ConnectDoor(world, store, ids, keyring);
        this.pages = new PageDoor(world, store, ids);
        this.state = new StateOwner(world.journal(), store, this::fireTimers);
        Desk desk = new Desk(world, store, ids, keyring, door, log, state);
        this.developers = new DeveloperDoor(desk, Emulated.ACTIONS, this::api);
        this.compaction = new Compaction(world.journal(), store);
        this.housekeeping = new Housekeeping(store);
    }

    /**
     * Starts from what the journal says: after a crash, the state before it.
     *
     * @throws IllegalStateException if the journal holds a line that is not its own
     */
    public static LocalStripe open(World world) {
        LocalStripe stripe = new LocalStripe(world);
        for (String line : world.journal().lines()) {
            stripe.store.apply(Json.read(line));
        }
        stripe.compaction.atStart();
        return stripe;
    }

    /**
     * Another local Stripe as this one stands, going its own way from here. Cheap: they share what never changes. What is
     * out for delivery here is due again there.
     *
     * @param its its clock, its chance (see {@link dev.quittance.emulator.port.SeededChance#copy}) and a journal, whose
     *     lines are replaced
     */
    public LocalStripe copy(World its) {
        LocalStripe copy = new LocalStripe(its);
        synchronized (lock) {
            copy.store.become(store);
            its.journal().replace(Image.of(store));
        }
        return copy;
    }

    /** What it takes to come back to this state; see {@link #restore}. */
    public List<String> snapshot() {
        return durably(state::snapshot);
    }

    /**
     * Puts a state in the place of this one, all of it or none.
     *
     * @throws IllegalStateException if a line is not the local Stripe's own
     */
    public void restore(Iterable<String> snapshot) {
        synchronized (lock) {
            state.restore(snapshot);
        }
    }

    /** Forgets everything but accounts, their keys and their webhook endpoints. */
    public void reset() {
        synchronized (lock) {
            state.reset();
        }
    }

    /**
     * Makes an account that can charge at once. Not idempotent.
     *
     * @throws IllegalArgumentException if the wanted secret key opens another account already
     */
    public AccountKeys addAccount(AccountSpec spec) {
        return durably(() -> {
            spec.secretKey().ifPresent(keyring::requireUnused);
            Turn turn = turn(ids.of(Kind.ACCOUNT), world.clock().instant());
            AccountKeys keys = Accounts.keys(Accounts.make(turn, spec));
            turn.changes().commit(world.journal());
            return keys;
        });
    }

    /**
     * Lets the bank debits of an account end after a wait of its own, instead of the banks' business days. Concerns debits
     * that begin from now on; safe to repeat.
     */
    public void endBankDebitsAfter(String account, Duration wait) {
        durably(() -> {
            Turn turn = turn(account, world.clock().instant());
            BankDebits.endAfter(turn, wait);
            turn.changes().commit(world.journal());
            return true;
        });
    }

    /** Every account, oldest first. */
    public List<AccountKeys> accounts() {
        synchronized (lock) {
            return store.listAll(Kind.ACCOUNT)
                    .map(Doc::read)
                    .filter(Accounts::hasKeys)
                    .map(Accounts::keys)
                    .toList();
        }
    }

    /**
     * The oldest account.
     *
     * @throws IllegalStateException if there is none
     */
    public AccountKeys firstAccountKeys() {
        return accounts().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The local Stripe has no account yet."));
    }

    /** Answers a call on the API or on a page. Never throws: a failure is an answer with status 500. */
    public Answer handle(Call call) {
        try {
            return durably(() -> {
                tidy();
                fireTimers();
                return answer(call);
            });
        } catch (RuntimeException e) {
            LOG.error("A call failed.", e);
            return new Answer(
                    500,
                    Map.of("Content-Type", "application/json"),
                    Json.pretty(ApiError.bug().toJson()));
        }
    }

    private Answer answer(Call call) {
        if (call.path().startsWith(ApiDoor.PREFIX)) {
            return api(call);
        }
        if (connect.takes(call.path())) {
            return connect.answer(call);
        }
        return DeveloperDoor.owns(call.path()) ? developers.answer(call) : pages.answer(call);
    }

    private Answer api(Call call) {
        Instant from = world.clock().instant();
        Answer answer = door.answer(call);
        String authorization = call.headers().getOrDefault("authorization", "");
        String account = keyring.find(authorization.substring(authorization.indexOf(' ') + 1))
                .map(key -> call.headers().getOrDefault("stripe-account", key.account()))
                .orElse("");
        log.add(call, answer, account, from, world.clock().instant());
        return answer;
    }

    /**
     * Lets a call that is about to be kept waiting hold its idempotency key: others with the same key get 409 until
     * {@link #release}. To be called before {@link #handle}, with the same {@link Call}.
     */
    public void hold(Call call) {
        synchronized (lock) {
            api.hold(call);
        }
    }

    /** Ends {@link #hold}; to be called once the call was answered. Safe to repeat. */
    public void release(Call call) {
        synchronized (lock) {
            api.release(call);
        }
    }

    /** Keeps to Stripe's rate limits from now on; without it there are none. */
    public void obeyLimits() {
        synchronized (lock) {
            door.limits().switchOn(true);
        }
    }

    /**
     * Every kind of POST that was ever sent on the API since the start: method, path with {@code {id}} in place of ids, and
     * the names of the parameters.
     */
    public List<String> postsSent() {
        synchronized (lock) {
            return log.posts();
        }
    }

    private void tidy() {
        Turn turn = turn("", world.clock().instant());
        if (housekeeping.tidy(turn)) {
            turn.changes().commit(world.journal());
        }
        compaction.whenGrown();
    }

    /** The lock is not held while the disk works; what was seen is on the disk before anybody is told, reads included. */
    private <T> T durably(Supplier<T> work) {
        try {
            synchronized (lock) {
                return work.get();
            }
        } finally {
            world.journal().force(world.journal().appended());
        }
    }

    /** When {@link #runDue} or {@link #takeDueDeliveries} has something to do next; may be in the past. */
    public Optional<Instant> nextDueAt() {
        synchronized (lock) {
            Optional<Instant> delivery = webhooks.nextDueAt();
            Doc timer = store.firstTimer();
            if (timer == null) {
                return delivery;
            }
            Instant timerAt = Instant.ofEpochMilli(timer.dueMillis().orElseThrow());
            return delivery.filter(at -> at.isBefore(timerAt)).or(() -> Optional.of(timerAt));
        }
    }

    /** Does what has fallen due by now, in the order in which it fell due. Safe to repeat. */
    public void runDue() {
        durably(() -> {
            fireTimers();
            return true;
        });
    }

    private void fireTimers() {
        Instant now = world.clock().instant();
        Doc timer = store.firstTimer();
        while (timer != null && timer.dueMillis().orElseThrow() <= now.toEpochMilli()) {
            Turn turn = turn(
                    timer.partition(), Instant.ofEpochMilli(timer.dueMillis().orElseThrow()));
            api.timer(timer.kind()).fire(turn, timer.read());
            turn.changes().commit(world.journal());
            timer = store.firstTimer();
        }
    }

    /** The deliveries that are due, in no particular order. Each is handed out once, until it is reported. */
    public List<Delivery> takeDueDeliveries() {
        Instant now = world.clock().instant();
        return durably(() -> courier.takeDue(
                now, doc -> turn(doc.partition(), now), turn -> turn.changes().commit(world.journal())));
    }

    /**
     * Tells what came of a delivery. 2xx acknowledges it; anything else is tried again, by Stripe's schedule for
     * sandboxes.
     *
     * @param status the HTTP status, or 0 if no answer came
     */
    public void reportDelivery(String deliveryId, int status) {
        durably(() -> {
            store.find(Kind.DELIVERY, deliveryId).ifPresent(doc -> {
                Turn turn = turn(doc.partition(), world.clock().instant());
                courier.reported(deliveryId);
                webhooks.report(turn, deliveryId, status);
                turn.changes().commit(world.journal());
            });
            return true;
        });
    }

    /**
     * Makes a new signing secret for an endpoint; for a while the old one is good too. Not idempotent.
     *
     * @param overlap how long the old one stays good: 0 to 24 hours
     * @return the new secret, which is shown this once
     * @throws ApiError if there is no such endpoint, or the overlap is too long
     */
    public String rollSecret(String endpointId, Duration overlap) {
        return durably(() -> {
            Turn turn = turnOf(Kind.WEBHOOK_ENDPOINT, endpointId);
            String secret =
                    Secrets.roll(turn, endpointId, overlap).path("secret").asText();
            turn.changes().commit(world.journal());
            return secret;
        });
    }

    /**
     * Sends an event to one endpoint once more, beside the tries that are planned. Not idempotent.
     *
     * @throws ApiError if there is no such event or endpoint
     */
    public void resend(String eventId, String endpointId) {
        durably(() -> {
            Turn turn = turnOf(Kind.EVENT, eventId);
            Webhooks.resend(turn, eventId, endpointId);
            turn.changes().commit(world.journal());
            return true;
        });
    }

    private Turn turnOf(Kind kind, String id) {
        Doc doc = store.find(kind, id).orElseThrow(() -> ApiError.resourceMissing(kind.noun(), id, "id"));
        return turn(doc.partition(), world.clock().instant());
    }

    /** Whether every endpoint that an event goes to has answered at least once, well or badly; true if there is none. */
    public boolean isReported(String eventId) {
        synchronized (lock) {
            return webhooks.isReported(eventId);
        }
    }

    /** What was taken, given back, disputed and paid out, as of now. */
    public Books books() {
        synchronized (lock) {
            return Bookkeeper.books(store);
        }
    }

    private Turn turn(String partition, Instant now) {
        return new Turn(partition, now, Turn.Cause.TIMER, new Changes(store), store, ids, world.origin());
    }
}
