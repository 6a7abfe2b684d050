package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiKey;
import dev.quittance.emulator.api.Keyring;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Partition;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.util.Optional;
import java.util.function.Function;

/** The way in for those who connect accounts: OAuth, onboarding, and the desk of an account's owner. */
public final class ConnectDoor {
    private static final String OAUTH = "/oauth/";
    private static final String SETUP = "/setup/";
    private static final String KEYS = "/_local/keys";
    private static final String APPLICATIONS = "/_local/applications";

    private final World world;
    private final Store store;
    private final Ids ids;
    private final Keyring keyring;

    public ConnectDoor(World world, Store store, Ids ids, Keyring keyring) {
        this.world = world;
        this.store = store;
        this.ids = ids;
        this.keyring = keyring;
    }

    /** Whether a path is one of this door's. */
    public boolean takes(String path) {
        return path.startsWith(OAUTH) || path.startsWith(SETUP) || path.equals(KEYS) || path.equals(APPLICATIONS);
    }

    public Answer answer(Call call) {
        try {
            if (call.path().startsWith(SETUP)) {
                Replies.requireOwnPage(call);
                return onboarding(call);
            }
            return call.path().startsWith(OAUTH) ? oauth(call) : desk(call);
        } catch (OAuthError e) {
            return e.answer();
        } catch (ApiError e) {
            return Replies.json(e.status(), e.toJson());
        }
    }

    private Answer oauth(Call call) {
        String path = call.path();
        Form form = Replies.form(call);
        if (path.equals(Authorization.PATH) && call.method().equals("GET")) {
            return Authorization.read(store, form).page(store);
        }
        if (!call.method().equals("POST")) {
            throw ApiError.unknownPath(call.method(), path);
        }
        return switch (path) {
            case Authorization.PATH -> {
                Replies.requireOwnPage(call);
                Authorization asked = Authorization.read(store, form);
                yield committed(asked.platform().partition(), turn -> asked.decide(turn, form));
            }
            case "/oauth/token" -> committedEvenIfRefused(caller(call, form), turn -> OAuthTokens.exchange(turn, form));
            case "/oauth/deauthorize" ->
                committedEvenIfRefused(caller(call, form), turn -> OAuthTokens.deauthorize(turn, form));
            default -> throw ApiError.unknownPath(call.method(), path);
        };
    }

    /** The platform, by its secret key: in the header, or as {@code client_secret}. */
    private String caller(Call call, Form form) {
        String sent = form.text("client_secret")
                .orElseGet(() -> Keyring.sent(call.headers()).orElse(""));
        ApiKey key = keyring.find(sent)
                .filter(found -> found.type() == ApiKey.Type.SECRET)
                .orElseThrow(() -> new OAuthError("invalid_client", "No secret key of a platform was provided."));
        return Partition.of(key.account(), key.livemode());
    }

    private Answer onboarding(Call call) {
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        Optional<Doc> link = store.find(Kind.ACCOUNT_LINK, id);
        if (link.isEmpty()) {
            return Replies.html(
                    404,
                    Notice.of("This page does not exist", "Nothing was changed. Ask the platform for a new link.")
                            .render());
        }
        ObjectNode found = link.get().read();
        if (call.path().startsWith(AccountLinks.PATH)) {
            return committed(link.get().partition(), turn -> Onboarding.enter(turn, found));
        }
        return committed(
                link.get().partition(),
                turn -> call.method().equals("POST")
                        ? Onboarding.submit(turn, found, Replies.form(call))
                        : Onboarding.show(turn, found));
    }

    private Answer desk(Call call) {
        Replies.requireOwnPage(call);
        Form form = Replies.form(call);
        if (call.path().equals(KEYS) && call.method().equals("GET")) {
            return Replies.json(200, OwnersDesk.keys(store, keyring));
        }
        if (!call.method().equals("POST")) {
            throw ApiError.unknownPath(call.method(), call.path());
        }
        return committed(
                owner(form),
                turn -> Replies.json(
                        200,
                        call.path().equals(KEYS) ? OwnersDesk.makeKey(turn, form) : OwnersDesk.register(turn, form)));
    }

    private String owner(Form form) {
        String account = form.requireText("account");
        if (store.find(Kind.ACCOUNT, account).isEmpty()) {
            throw ApiError.resourceMissing("account", account, "account");
        }
        return Partition.of(account, form.bool("livemode").orElse(false));
    }

    private Answer committed(String partition, Function<Turn, Answer> work) {
        Turn turn = turn(partition);
        Answer answer = work.apply(turn);
        turn.changes().commit(world.journal());
        return answer;
    }

    /** A code that is used twice is refused, and that it ends the connection is kept. */
    private Answer committedEvenIfRefused(String partition, Function<Turn, ObjectNode> work) {
        return committed(partition, turn -> {
            try {
                return Replies.json(200, work.apply(turn));
            } catch (OAuthError e) {
                return e.answer();
            }
        });
    }

    private Turn turn(String partition) {
        Turn.Cause cause = new Turn.Cause(Optional.of(ids.request()), Optional.empty());
        return new Turn(partition, world.clock().instant(), cause, new Changes(store), store, ids, world.origin());
    }
}
