package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** What a platform is to those who connect to it: a client id for each mode, and where people are sent back to. */
final class Applications {
    static final String REDIRECT_URIS = "redirect_uris";

    private Applications() {}

    /**
     * The turn's account becomes a platform, or its addresses change; the client id stays.
     *
     * @throws ApiError 400 for an address that is none, or that is not https in live mode
     */
    static ObjectNode register(Turn turn, List<String> redirectUris) {
        if (redirectUris.isEmpty()) {
            throw ApiError.missing(REDIRECT_URIS);
        }
        redirectUris.forEach(address -> check(address, turn.livemode()));
        ObjectNode application = turn.listOldestFirst(Kind.APPLICATION).stream()
                .findFirst()
                .map(Doc::read)
                .orElseGet(() -> made(turn));
        ArrayNode addresses = application.putArray("_" + REDIRECT_URIS);
        redirectUris.forEach(addresses::add);
        turn.put(Kind.APPLICATION, application);
        return application;
    }

    private static ObjectNode made(Turn turn) {
        ObjectNode application = Json.object();
        application.put("id", turn.newId(Kind.APPLICATION));
        application.put("object", "application");
        ObjectNode account = turn.get(Kind.ACCOUNT, turn.account());
        application.set("name", account.at("/settings/dashboard/display_name"));
        return application;
    }

    private static void check(String address, boolean livemode) {
        try {
            URI uri = new URI(address);
            boolean https = "https".equals(uri.getScheme());
            if (uri.getHost() != null && uri.getFragment() == null && (https || "http".equals(uri.getScheme()))) {
                if (livemode && !https) {
                    throw ApiError.invalid(REDIRECT_URIS, "In live mode, redirect addresses have to be https.");
                }
                return;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw ApiError.invalid("url_invalid", REDIRECT_URIS, "Not a valid URL");
    }

    static Optional<Doc> find(Store store, String clientId) {
        return store.find(Kind.APPLICATION, clientId);
    }

    /** The application of the turn's account. */
    static Optional<ObjectNode> of(Turn turn) {
        return turn.listOldestFirst(Kind.APPLICATION).stream().findFirst().map(Doc::read);
    }

    /** The address to send people back to: the one asked for, if it is registered exactly so, else the first. */
    static Optional<String> redirectUri(ObjectNode application, Optional<String> wanted) {
        for (JsonNode address : application.path("_" + REDIRECT_URIS)) {
            if (wanted.isEmpty() || wanted.get().equals(address.asText())) {
                return Optional.of(address.asText());
            }
        }
        return Optional.empty();
    }
}
