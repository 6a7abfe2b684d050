package dev.quittance.stripe.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import com.stripe.net.RawRequestOptions;
import com.stripe.net.StripeResponse;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.Answers.Reply;
import dev.quittance.stripe.storage.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls to Stripe, one try each: no retries, no redirects, 20 s at most. Never inside a transaction. Thread-safe; keeps no key.
 */
public final class StripeGateway {
    /** The version that Stripe's library is made for; endpoints are registered with it, so events have the same shape. */
    public static final String API_VERSION = com.stripe.Stripe.API_VERSION;

    /** The declared origin; a host's sandbox may lead it elsewhere. */
    private static final String BASE = "https://api.stripe.com";

    /** Looks like a key to the library, and is none: the host writes the true one. */
    private static final String PLACEHOLDER_KEY = "sk_placeholder";

    /** Stripe's largest page. */
    private static final long PAGE = 100;

    /** So that one look leaves calls for others. */
    private static final int EVENT_PAGES = 5;

    /** A thousand sessions within the minutes looked at is more than any account here makes. */
    private static final int MAX_PAGES = 10;

    private final Outgoing outgoing;
    private final Database database;
    private final RateBudget budget;

    /** Calls through the host's {@code Outgoing}. */
    public StripeGateway(PluginContext context, Database database) {
        this.outgoing = context.outgoing();
        this.database = database;
        this.budget = new RateBudget(context.clock());
    }

    /** Whether work that nobody waits for may ask this account now: the rest of the rate is for customers. */
    public boolean hasSpare(StripeAccount account) {
        return budget.hasSpare(account.stripeAccountId());
    }

    /** A hosted session with its intent, charge and balance transaction. */
    public Outcome<SessionReading> session(StripeAccount account, String sessionId) {
        SessionRetrieveParams params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge.balance_transaction")
                .build();
        return call(account, client -> {
            Session session = client.v1().checkout().sessions().retrieve(sessionId, params);
            return Reply.of(Readings.session(session), session.getLastResponse());
        });
    }

    /**
     * The events of these types that were made from one moment to another, both included; at most some hundreds, and then not all.
     */
    public Outcome<FoundEvents> events(StripeAccount account, List<String> types, Instant from, Instant to) {
        StringBuilder path = new StringBuilder("/v1/events?limit=" + PAGE)
                .append("&created%5Bgte%5D=")
                .append(from.getEpochSecond())
                .append("&created%5Blte%5D=")
                .append(to.getEpochSecond());
        types.forEach(type -> path.append("&types%5B%5D=").append(type));
        RawRequestOptions options =
                RawRequestOptions.builder().setMaxNetworkRetries(0).build();
        return call(account, client -> {
            List<String> all = new ArrayList<>();
            String after = "";
            for (int page = 1; page <= EVENT_PAGES; page++) {
                StripeResponse response = client.rawRequest(ApiResource.RequestMethod.GET, path + after, "", options);
                JsonObject list = JsonParser.parseString(response.body()).getAsJsonObject();
                String last = "";
                for (JsonElement event : list.getAsJsonArray("data")) {
                    last = event.getAsJsonObject().getAsJsonPrimitive("id").getAsString();
                    all.add(event.toString());
                }
                if (!list.getAsJsonPrimitive("has_more").getAsBoolean()) {
                    return Reply.of(new FoundEvents(all, true), response);
                }
                after = "&starting_after=" + last;
            }
            return Reply.of(new FoundEvents(all, false), null);
        });
    }

    /** Sessions made since a moment, newest first, by Stripe's consistent list; without their intents. */
    public Outcome<List<SessionReading>> recentSessions(StripeAccount account, Instant createdFrom) {
        return sessions(
                account,
                SessionListParams.Created.builder()
                        .setGte(createdFrom.getEpochSecond())
                        .build());
    }

    /** Sessions made from one moment to another, both included, newest first; without their intents. Unknown if they are too many. */
    public Outcome<List<SessionReading>> sessions(StripeAccount account, Instant from, Instant to) {
        return sessions(
                account,
                SessionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLte(to.getEpochSecond())
                        .build());
    }

    private Outcome<List<SessionReading>> sessions(StripeAccount account, SessionListParams.Created created) {
        return call(account, client -> {
            List<SessionReading> all = new ArrayList<>();
            SessionListParams.Builder params =
                    SessionListParams.builder().setLimit(PAGE).setCreated(created);
            for (int page = 1; page <= MAX_PAGES; page++) {
                StripeCollection<Session> part =
                        client.v1().checkout().sessions().list(params.build());
                for (Session session : part.getData()) {
                    all.add(Readings.session(session));
                }
                if (!Boolean.TRUE.equals(part.getHasMore())) {
                    return Reply.of(List.copyOf(all), part.getLastResponse());
                }
                params.setStartingAfter(all.get(all.size() - 1).id());
            }
            // Half a list proves nothing about what is not on it.
            throw new IllegalStateException("more than " + MAX_PAGES + " pages of sessions");
        });
    }

    /** A PaymentIntent with its latest charge and balance transaction. */
    public Outcome<IntentReading> intent(StripeAccount account, String intentId) {
        PaymentIntentRetrieveParams params = PaymentIntentRetrieveParams.builder()
                .addExpand("latest_charge.balance_transaction")
                .build();
        return call(account, client -> {
            PaymentIntent intent = client.v1().paymentIntents().retrieve(intentId, params);
            return Reply.of(Readings.intent(intent), intent.getLastResponse());
        });
    }

    /** A charge with its balance transaction. */
    public Outcome<ChargeReading> charge(StripeAccount account, String chargeId) {
        ChargeRetrieveParams params =
                ChargeRetrieveParams.builder().addExpand("balance_transaction").build();
        return call(account, client -> {
            Charge charge = client.v1().charges().retrieve(chargeId, params);
            return Reply.of(Readings.charge(charge), charge.getLastResponse());
        });
    }

    /** A refund. */
    public Outcome<RefundReading> refund(StripeAccount account, String refundId) {
        return call(account, client -> {
            Refund refund = client.v1().refunds().retrieve(refundId);
            return Reply.of(Readings.refund(refund), refund.getLastResponse());
        });
    }

    /** A dispute, with what it did to the balance. */
    public Outcome<DisputeReading> dispute(StripeAccount account, String disputeId) {
        return call(account, client -> {
            Dispute dispute = client.v1().disputes().retrieve(disputeId);
            return Reply.of(Readings.dispute(dispute), dispute.getLastResponse());
        });
    }

    /** The refunds of an intent, newest first, by Stripe's consistent list. */
    public Outcome<List<RefundReading>> refunds(StripeAccount account, String intentId) {
        return refunds(account, RefundListParams.builder().setPaymentIntent(intentId));
    }

    /** Refunds made since a moment, newest first, by Stripe's consistent list. Unknown if they are too many. */
    public Outcome<List<RefundReading>> recentRefunds(StripeAccount account, Instant createdFrom) {
        return refunds(
                account,
                RefundListParams.builder()
                        .setCreated(RefundListParams.Created.builder()
                                .setGte(createdFrom.getEpochSecond())
                                .build()));
    }

    private Outcome<List<RefundReading>> refunds(StripeAccount account, RefundListParams.Builder params) {
        return call(account, client -> {
            List<RefundReading> all = new ArrayList<>();
            params.setLimit(PAGE);
            for (int page = 1; page <= MAX_PAGES; page++) {
                StripeCollection<Refund> part = client.v1().refunds().list(params.build());
                for (Refund refund : part.getData()) {
                    all.add(Readings.refund(refund));
                    params.setStartingAfter(refund.getId());
                }
                if (!Boolean.TRUE.equals(part.getHasMore())) {
                    return Reply.of(all, part.getLastResponse());
                }
            }
            throw new IllegalStateException("more refunds than anybody here makes");
        });
    }

    /** The account that a key belongs to. */
    public Outcome<AccountReading> account(OrgId org, Bearer key) {
        if (!key.org().equals(org)) {
            throw new IllegalArgumentException("another organisation's key");
        }
        return call(new CallBudget(budget, ""), key, client -> {
            Account account = client.v1().accounts().retrieveCurrent();
            return Reply.of(Readings.account(account), account.getLastResponse());
        });
    }

    /**
     * Sends an operation's bytes, a form as {@code FormBody} makes it, and gives Stripe's JSON. The same key with the same bytes
     * has the same effect once.
     */
    public Outcome<String> send(StripeAccount account, String path, byte[] encodedBody, String idempotencyKey) {
        RawRequestOptions options = RawRequestOptions.builder()
                .setIdempotencyKey(idempotencyKey)
                .setMaxNetworkRetries(0)
                .build();
        String form = new String(encodedBody, StandardCharsets.UTF_8);
        return raw(account, client -> client.rawRequest(ApiResource.RequestMethod.POST, path, form, options));
    }

    /** Stripe's JSON of the object at a path. */
    public Outcome<String> json(StripeAccount account, String path) {
        RawRequestOptions options =
                RawRequestOptions.builder().setMaxNetworkRetries(0).build();
        return raw(account, client -> client.rawRequest(ApiResource.RequestMethod.GET, path, "", options));
    }

    /** Reads a session from Stripe's JSON, as an operation's answer holds it; without an intent, unless it is expanded. */
    public SessionReading readSession(String json) {
        return Readings.session(ApiResource.GSON.fromJson(json, Session.class));
    }

    /** Reads a refund from Stripe's JSON, as an operation's answer holds it. */
    public RefundReading readRefund(String json) {
        return Readings.refund(ApiResource.GSON.fromJson(json, Refund.class));
    }

    private interface RawCall {
        StripeResponse run(StripeClient client) throws StripeException;
    }

    /** One or more reads that give one answer. */
    interface ClientCall<T> {
        Reply<T> run(StripeClient client) throws StripeException;
    }

    private Outcome<String> raw(StripeAccount account, RawCall call) {
        return call(account, client -> {
            StripeResponse response = call.run(client);
            // Throws where it is not a whole JSON object with an id: an answer that got lost on the way.
            String id = JsonParser.parseString(response.body())
                    .getAsJsonObject()
                    .getAsJsonPrimitive("id")
                    .getAsString();
            if (id.isEmpty()) {
                throw new IllegalStateException("an object without an id");
            }
            return Reply.of(response.body(), response);
        });
    }

    <T> Outcome<T> call(StripeAccount account, ClientCall<T> call) {
        return call(new CallBudget(budget, account.stripeAccountId()), account.key(), call);
    }

    private <T> Outcome<T> call(CallBudget allowed, Bearer key, ClientCall<T> call) {
        database.requireOutsideTransaction("a call to Stripe");
        StripeClient client = StripeClient.builder()
                .setApiKey(PLACEHOLDER_KEY)
                .setApiBase(BASE)
                .setMaxNetworkRetries(0)
                .setHttpClient(new OutgoingHttp(outgoing, key, allowed))
                .build();
        return Answers.of(() -> call.run(client));
    }
}
