package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.Connections;
import dev.quittance.emulator.page.FormPage;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page behind {@code /oauth/authorize} is asked.
 *
 * @param platform the application's document
 */
record Authorization(Doc platform, ObjectNode application, String scope, String redirectUri, Optional<String> state) {
    static final String PATH = "/oauth/authorize";
    static final String EXPIRES_AT = "expires_at";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final List<String> SCOPES = List.of(Connections.READ_ONLY, Connections.READ_WRITE);

    /**
     * Reads it. What is wrong is shown, not sent back: the address is not to be trusted yet.
     *
     * @throws OAuthError 400
     */
    static Authorization read(Store store, Form form) {
        String clientId = form.text("client_id")
                .orElseThrow(() -> new OAuthError("invalid_request", "No client_id was provided."));
        Doc platform = Applications.find(store, clientId)
                .orElseThrow(() -> new OAuthError("invalid_request", "No application matches the client_id."));
        ObjectNode application = platform.read();
        if (!form.text("response_type").orElse("").equals("code")) {
            throw new OAuthError("unsupported_response_type", "response_type must be code.");
        }
        String scope = form.text("scope").orElse(Connections.READ_ONLY);
        if (!SCOPES.contains(scope)) {
            throw new OAuthError("invalid_scope", "scope must be read_only or read_write.");
        }
        String address = Applications.redirectUri(application, form.text("redirect_uri"))
                .orElseThrow(() -> new OAuthError(
                        "invalid_redirect_uri",
                        "redirect_uri is not one of those that the application has registered, to the letter."));
        return new Authorization(platform, application, scope, address, form.text("state"));
    }

    /** The page that asks the account's owner. */
    Answer page(Store store) {
        Map<String, String> accounts = new LinkedHashMap<>();
        candidates(store).forEach((id, name) -> accounts.put(id, name + " (" + id + ")"));
        String name = application.path("name").asText();
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("response_type", "code");
        hidden.put("client_id", platform.id());
        hidden.put("scope", scope);
        hidden.put("redirect_uri", redirectUri);
        state.ifPresent(text -> hidden.put("state", text));
        FormPage.Button deny = new FormPage.Button("Cancel", "decision", "deny");
        FormPage.Button approve = new FormPage.Button("Connect account", "decision", "approve");
        String may = scope.equals(Connections.READ_WRITE) ? "read and change" : "read";
        return Replies.html(
                200,
                new FormPage(
                                name + " wants to connect to your account",
                                accounts.isEmpty()
                                        ? "There is no other account that could be connected. Make one with --account,"
                                                + " then open this page again."
                                        : name + " could then " + may
                                                + " everything in it. You can end that at any time.",
                                PATH,
                                hidden,
                                accounts.isEmpty()
                                        ? List.of()
                                        : List.of(new FormPage.Field("account", "Account", "select", "", accounts)),
                                accounts.isEmpty() ? List.of(deny) : List.of(approve, deny),
                                List.of())
                        .render());
    }

    /** Those who own their account, and have one in this mode. */
    private Map<String, String> candidates(Store store) {
        Map<String, String> names = new LinkedHashMap<>();
        store.listAll(Kind.ACCOUNT)
                .filter(doc -> !doc.id().equals(platform.account()))
                .map(Doc::read)
                .filter(Accounts::hasKeys)
                .map(Accounts::keys)
                .filter(keys -> !platform.livemode() || keys.live().isPresent())
                .forEach(keys -> names.put(keys.account(), keys.name()));
        return names;
    }

    /** The way back, with a code or with a refusal; without an account, the page again. */
    Answer decide(Turn turn, Form form) {
        Map<String, String> back = new LinkedHashMap<>();
        if (form.text("decision").orElse("").equals("approve")) {
            String account = form.text("account").orElse("");
            if (!candidates(turn.store()).containsKey(account)) {
                return page(turn.store());
            }
            back.put("scope", scope);
            back.put("code", code(turn, account));
        } else {
            back.put("error", "access_denied");
            back.put("error_description", "The user denied your request");
        }
        state.ifPresent(text -> back.put("state", text));
        return Replies.redirect(Replies.with(redirectUri, back));
    }

    private String code(Turn turn, String account) {
        ObjectNode code = Json.object();
        code.put("id", turn.newId(Kind.OAUTH_CODE));
        code.put("account", account);
        code.put("scope", scope);
        code.put(EXPIRES_AT, turn.nowSeconds() + GOOD_FOR.toSeconds());
        turn.put(Kind.OAUTH_CODE, code);
        return code.path("id").asText();
    }
}
