package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.stripe.storage.Database;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Intake: which endpoint, authentic or not, stored or not. Fails closed on trust (no secret, no thanks) and open on storage (not
 * stored, send it again). The work is done by a job.
 */
@Extension
final class StripeWebhooks implements WebhookEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StripeWebhooks.class);
    private static final String SIGNATURE = "stripe-signature";

    /** Our endpoint ids are 22 characters. */
    private static final int MAX_ENDPOINT_ID = 64;

    private final PluginContext context;
    private final Endpoints endpoints;
    private final Arrivals arrivals;
    private final Rejections rejections;
    private final Nudges nudges;
    private final Heard heard;
    private final SignatureVerifier verifier = new SignatureVerifier();
    private final EnvelopeReader reader = new EnvelopeReader();
    private final EventBodies bodies;

    StripeWebhooks(PluginContext context, Database database, Rejections rejections, Heard heard) {
        this.context = context;
        this.endpoints = new Endpoints(database, context.clock());
        this.arrivals = new Arrivals(database);
        this.rejections = rejections;
        this.nudges = new Nudges(context);
        this.heard = heard;
        this.bodies = new EventBodies(context);
    }

    @Override
    public WebhookReply receive(WebhookCall call) {
        if (call.endpointId().isEmpty() || call.endpointId().length() > MAX_ENDPOINT_ID) {
            return WebhookReply.UNKNOWN_ENDPOINT;
        }
        if (call.body().length > WebhookCall.MAX_BODY_BYTES) {
            return WebhookReply.REJECTED;
        }
        try {
            Instant now = context.clock().instant();
            Optional<Endpoint> believed =
                    endpoints.find(call.endpointId()).filter(known -> isAuthentic(call, known, now));
            if (believed.isPresent()) {
                return taken(call, believed.get(), now);
            }
            // A secret may have been rolled since: who is not believed is compared with what is true now.
            return endpoints
                    .findFresh(call.endpointId())
                    .map(known -> receive(call, known, now))
                    .orElse(WebhookReply.UNKNOWN_ENDPOINT);
        } catch (RuntimeException e) {
            LOG.warn("a webhook could not be taken now: {}", e.toString());
            return WebhookReply.UNAVAILABLE;
        }
    }

    private WebhookReply receive(WebhookCall call, Endpoint endpoint, Instant now) {
        List<String> secrets = open(endpoint);
        if (secrets.isEmpty()) {
            LOG.warn("webhook endpoint {} has no signing secret", endpoint.endpointId());
            rejections.add(endpoint, Rejections.NO_SECRET, now);
            return WebhookReply.UNAVAILABLE;
        }
        if (!verifier.isAuthentic(call.header(SIGNATURE), call.body(), secrets, now)) {
            rejections.add(endpoint, Rejections.SIGNATURE, now);
            return WebhookReply.REJECTED;
        }
        return taken(call, endpoint, now);
    }

    private WebhookReply taken(WebhookCall call, Endpoint endpoint, Instant now) {
        Optional<Envelope> read = reader.read(call.body());
        Envelope envelope = read.orElseGet(() -> unreadable(call.body()));
        String quarantine = read.isEmpty() ? "not readable" : misdirected(envelope, endpoint);
        Sealed body = bodies.seal(endpoint, envelope.eventId(), call.body());
        InboxRepository.Arrival arrival =
                new InboxRepository.Arrival(endpoint, envelope, body, quarantine, InboxRepository.WEBHOOK, now);
        if (!arrivals.store(arrival)) {
            return WebhookReply.UNAVAILABLE;
        }
        heard.at(endpoint, now);
        if (quarantine.isEmpty()) {
            nudges.stored(envelope.objectId());
        }
        return WebhookReply.ACCEPTED;
    }

    private boolean isAuthentic(WebhookCall call, Endpoint endpoint, Instant now) {
        List<String> secrets = open(endpoint);
        return !secrets.isEmpty() && verifier.isAuthentic(call.header(SIGNATURE), call.body(), secrets, now);
    }

    private List<String> open(Endpoint endpoint) {
        List<String> secrets = new ArrayList<>();
        for (Sealed sealed : endpoint.secrets()) {
            String secret =
                    context.secrets().openText(endpoint.org(), "webhook_secret/" + endpoint.endpointId(), sealed);
            if (!secret.isBlank()) {
                secrets.add(secret);
            }
        }
        return secrets;
    }

    private static String misdirected(Envelope envelope, Endpoint endpoint) {
        if (envelope.livemode() != endpoint.livemode()) {
            return "of the other mode";
        }
        boolean sameAccount =
                envelope.account().map(endpoint.stripeAccountId()::equals).orElse(true);
        return sameAccount ? "" : "of another account";
    }

    /** Authentic, and yet not an event as we read them: it is named by its bytes, and kept for a person. */
    private static Envelope unreadable(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            String id = "unreadable_" + HexFormat.of().formatHex(digest, 0, 16);
            return new Envelope(id, "unreadable", "", false, Optional.empty(), "", Map.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }
}
