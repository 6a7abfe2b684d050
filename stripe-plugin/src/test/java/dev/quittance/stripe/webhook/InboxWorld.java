package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.INSTALLATION_MARK;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** An endpoint with a secret, an inbox, and a handler that a test tells what to do. */
final class InboxWorld implements AutoCloseable {
    static final String ENDPOINT = "endpoint0000000000000A";
    static final String TYPE = "charge.updated";

    private static final OrgId ORG = TestRecords.RIDGELINE;

    private final TestHost host;
    private final Database database;
    private final Webhooks webhooks;
    private final List<WebhookEvent> handled = Collections.synchronizedList(new ArrayList<>());
    private Consumer<WebhookEvent> after = event -> {};
    private Function<WebhookEvent, WebhookEffect> handler = event -> tx -> mark(tx, event);

    InboxWorld(TestDatabase kind) {
        this.host = TestHost.on(kind);
        this.database = new Database(host.database());
        this.webhooks = new Webhooks(host, database, new Installations(host, database));
        endpoint(ENDPOINT, seal(ENDPOINT, Signed.SECRET), null, null);
    }

    TestHost host() {
        return host;
    }

    Database database() {
        return database;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    /** What happens once an event's effect is written and its object is still held; perhaps more than once. */
    void afterEffect(Consumer<WebhookEvent> next) {
        after = next;
    }

    /** What the handler does from here on. */
    void handler(Function<WebhookEvent, WebhookEffect> next) {
        handler = next;
    }

    List<WebhookEvent> handled() {
        return List.copyOf(handled);
    }

    byte[] seal(String endpointId, String secret) {
        return host.secrets()
                .sealText(ORG, "webhook_secret/" + endpointId, secret)
                .bytes();
    }

    void endpoint(String id, byte @Nullable [] secret, byte @Nullable [] previous, @Nullable Instant until) {
        int rows = database.transaction(tx -> tx.insertInto(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.ENDPOINT_ID, id)
                .set(WEBHOOK_ENDPOINT.ORG_ID, ORG.value())
                .set(WEBHOOK_ENDPOINT.CONNECTION_ID, host.ids().next())
                .set(WEBHOOK_ENDPOINT.STRIPE_ACCOUNT_ID, "acct_1")
                .set(WEBHOOK_ENDPOINT.LIVEMODE, false)
                .set(WEBHOOK_ENDPOINT.SECRET_SEALED, secret)
                .set(WEBHOOK_ENDPOINT.PREVIOUS_SECRET_SEALED, previous)
                .set(WEBHOOK_ENDPOINT.PREVIOUS_UNTIL, until)
                .set(WEBHOOK_ENDPOINT.STATE, "ACTIVE")
                .set(WEBHOOK_ENDPOINT.CREATED_AT, host.clock().instant())
                .execute());
        assert rows == 1;
    }

    /** An event about an object that this installation made. */
    byte[] event(String id) {
        return event(
                id, TYPE, "\"metadata\":{\"q_installation\":\"" + host.plugin().installationId() + "\"}");
    }

    /** An event about this object. */
    byte[] eventAbout(String objectId, String id) {
        return bytes(new String(event(id), StandardCharsets.UTF_8).replace("ch_1", objectId));
    }

    byte[] event(String id, String type, String inObject) {
        return bytes("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"api_version\":\"2026-07-29.dahlia\","
                + "\"livemode\":false,\"data\":{\"object\":{\"id\":\"ch_1\"," + inObject + "}}}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    WebhookReply receive(byte[] body) {
        return receive(
                ENDPOINT, body, Signed.header(body, Signed.SECRET, host.clock().instant()));
    }

    WebhookReply receive(String endpointId, byte[] body, String header) {
        return webhooks.endpoint().receive(new WebhookCall(endpointId, Map.of("stripe-signature", header), body));
    }

    /** Runs the inbox's job as its schedule would. */
    void work() {
        WebhookHandler one = new WebhookHandler() {
            @Override
            public Set<String> eventTypes() {
                return Set.of(TYPE);
            }

            @Override
            public WebhookEffect handle(WebhookEvent event) {
                handled.add(event);
                WebhookEffect effect = handler.apply(event);
                return WebhookEffect.then(
                        tx -> {
                            Handled done = effect.write(tx);
                            after.accept(event);
                            return done;
                        },
                        effect::committed);
            }
        };
        host.jobs().runSchedule(List.of(webhooks.job(List.of(one))));
    }

    /** An effect that can happen only once for each event. */
    Handled mark(DSLContext tx, WebhookEvent event) {
        int rows = tx.insertInto(INSTALLATION_MARK)
                .set(INSTALLATION_MARK.INSTALLATION_ID, event.eventId())
                .set(INSTALLATION_MARK.CREATED_AT, host.clock().instant())
                .execute();
        assert rows == 1;
        return Handled.applied();
    }

    int effects() {
        return database.read(sql -> sql.fetchCount(INSTALLATION_MARK));
    }

    /** Each event's state and reason, by id. */
    List<String> inbox() {
        return database.read(sql -> sql.selectFrom(WEBHOOK_EVENT)
                .orderBy(WEBHOOK_EVENT.STRIPE_EVENT_ID)
                .fetch(row -> (row.getStripeEventId() + " " + row.getState() + " " + row.getReason()).strip()));
    }

    /** What one statement gives first, as text. */
    String first(String statement) {
        Object value = database.read(sql -> sql.fetchValue(statement));
        return String.valueOf(value);
    }

    /** An event on its way into the inbox. */
    InboxRepository.Arrival arrival(String id) {
        Endpoint endpoint = new Endpoint(ORG, ENDPOINT, "acct_1", false, List.of());
        Envelope envelope = new Envelope(id, TYPE, "", false, Optional.empty(), "ch_1", Map.of());
        Sealed body = host.secrets().seal(ORG, "webhook_event/" + ENDPOINT + "/" + id, event(id));
        return new InboxRepository.Arrival(
                endpoint,
                envelope,
                body,
                "",
                InboxRepository.WEBHOOK,
                host.clock().instant());
    }

    Inbox inboxOfStaff() {
        return new Inbox(host, database);
    }

    static OrgId org() {
        return ORG;
    }

    /** Gives the endpoint another secret, and lets the one before count no more. */
    void secret(String secret) {
        byte[] sealed = seal(ENDPOINT, secret);
        int rows = database.transaction(tx -> tx.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.SECRET_SEALED, sealed)
                .where(WEBHOOK_ENDPOINT.ENDPOINT_ID.eq(ENDPOINT))
                .execute());
        assert rows == 1;
    }

    /** The bytes kept of an event. */
    byte[] kept(String eventId) {
        byte[] sealed = database.read(sql -> sql.select(WEBHOOK_EVENT.BODY_SEALED)
                .from(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(eventId))
                .fetchSingle()
                .value1());
        return sealed.length == 0
                ? sealed
                : EventBodies.unpacked(
                        host.secrets().open(ORG, "webhook_event/" + ENDPOINT + "/" + eventId, new Sealed(sealed)));
    }

    @Override
    public void close() {
        host.close();
    }
}
