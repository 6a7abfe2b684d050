package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.api.ApiKey;
import dev.quittance.emulator.api.Connections;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.Map;

/** Codes become connections, and connections end. A turn here is the platform's. */
final class OAuthTokens {
    private static final String USED = "used";
    private static final String ACCESS_TOKEN = "access_token";

    private OAuthTokens() {}

    /**
     * Takes a code. Not idempotent: a second use of it ends the connection.
     *
     * @throws OAuthError as OAuth has it
     */
    static ObjectNode exchange(Turn turn, Form form) {
        String grant = form.text("grant_type").orElse("");
        if (grant.isEmpty()) {
            throw new OAuthError("invalid_request", "No grant type specified");
        }
        if (!grant.equals("authorization_code")) {
            throw new OAuthError("unsupported_grant_type", "The local Stripe takes authorization_code only.");
        }
        String id = form.text("code")
                .orElseThrow(() -> new OAuthError("invalid_request", "No authorization code provided"));
        ObjectNode code = turn.find(Kind.OAUTH_CODE, id)
                .orElseThrow(() -> new OAuthError("invalid_grant", "Authorization code does not exist: " + id));
        String account = code.path("account").asText();
        if (code.path(USED).asBoolean()) {
            end(turn, account, code.path(ACCESS_TOKEN).asText());
            throw new OAuthError(
                    "invalid_grant",
                    "This authorization code has already been used. All tokens issued with this code have been revoked.");
        }
        if (code.path(Authorization.EXPIRES_AT).asLong() <= turn.nowSeconds()) {
            throw new OAuthError("invalid_grant", "Authorization code expired: " + id);
        }
        String scope = code.path("scope").asText();
        if (form.text("scope").filter(wanted -> !wanted.equals(scope)).isPresent()) {
            throw new OAuthError("invalid_scope", "The scope is not the one that was granted: " + scope);
        }
        return connect(turn, code, account, scope);
    }

    private static ObjectNode connect(Turn turn, ObjectNode code, String account, String scope) {
        Turn theirs = turn.on(account);
        String mode = turn.livemode() ? "live_" : "test_";
        String token = turn.ids().key("sk_" + mode);
        boolean reading = scope.equals(Connections.READ_ONLY);
        ApiKey.keep(
                theirs,
                token,
                reading ? ApiKey.Type.RESTRICTED : ApiKey.Type.SECRET,
                reading ? Map.of(ApiKey.ANY, ApiKey.READ) : ApiKey.EVERYTHING);
        code.put(USED, true);
        code.put(ACCESS_TOKEN, token);
        turn.put(Kind.OAUTH_CODE, code);
        Connections.connect(theirs, turn.account(), scope);
        Applications.of(turn)
                .ifPresent(application -> Events.emit(
                        theirs, "account.application.authorized", Renderer.render(application, turn.nowSeconds())));
        AccountKeys keys = Accounts.keys(theirs.get(Kind.ACCOUNT, account));
        ObjectNode answer = Json.object();
        answer.put(ACCESS_TOKEN, token);
        answer.put("livemode", turn.livemode());
        answer.put("refresh_token", turn.ids().key("rt_"));
        answer.put("token_type", "bearer");
        answer.put(
                "stripe_publishable_key",
                turn.livemode()
                        ? keys.live().map(AccountKeys.Live::publishableKey).orElse("")
                        : keys.publishableKey());
        answer.put("stripe_user_id", account);
        answer.put("scope", scope);
        return answer;
    }

    /**
     * The platform lets go of an account.
     *
     * @throws OAuthError {@code invalid_client} if it is not connected, or if the client id is another's or of the other
     *     mode
     */
    static ObjectNode deauthorize(Turn turn, Form form) {
        String clientId = form.text("client_id")
                .orElseThrow(() -> new OAuthError("invalid_request", "No client_id was provided."));
        String account = form.text("stripe_user_id")
                .orElseThrow(() -> new OAuthError("invalid_request", "No stripe_user_id was provided."));
        boolean own = Applications.of(turn)
                .filter(application -> application.path("id").asText().equals(clientId))
                .isPresent();
        if (!own) {
            throw new OAuthError(
                    "invalid_client", "This client_id is not that of the key's account, or is one of the other mode.");
        }
        if (!Connections.isConnected(turn, turn.account(), account)) {
            throw new OAuthError(
                    "invalid_client",
                    "This application is not connected to stripe account " + account
                            + ", or that account does not exist.");
        }
        String token = turn.listOldestFirst(Kind.OAUTH_CODE).stream()
                .map(doc -> doc.read())
                .filter(code -> code.path("account").asText().equals(account))
                .map(code -> code.path(ACCESS_TOKEN).asText(""))
                .filter(text -> !text.isEmpty())
                .reduce("", (first, last) -> last);
        end(turn, account, token);
        return Json.object().put("stripe_user_id", account);
    }

    /** The connected side is told to the platform while they are still connected. */
    private static void end(Turn turn, String account, String token) {
        if (Connections.isConnected(turn, turn.account(), account)) {
            Applications.of(turn)
                    .ifPresent(application -> Events.emit(
                            turn.on(account),
                            "account.application.deauthorized",
                            Renderer.render(application, turn.nowSeconds())));
            Connections.disconnect(turn.on(account), turn.account());
        }
        if (!token.isEmpty()) {
            turn.drop(Kind.API_KEY, token);
        }
    }
}
