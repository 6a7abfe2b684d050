package dev.quittance.emulator.hosted;

import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The way in for people: the hosted pages of payers. */
public final class PageDoor {
    static final String PAY = "/c/pay/";
    static final String AUTHENTICATION = "/3ds";
    private static final String AUTHENTICATE = "/c/authenticate/";
    private static final String VERIFY = "/c/verify/";

    private final World world;
    private final Store store;
    private final Ids ids;

    public PageDoor(World world, Store store, Ids ids) {
        this.world = world;
        this.store = store;
        this.ids = ids;
    }

    public Answer answer(Call call) {
        String path = call.path();
        if (path.equals("/healthz")) {
            return new Answer(200, Map.of("Content-Type", "text/plain"), "ok\n".getBytes(StandardCharsets.UTF_8));
        }
        if (!call.method().equals("GET") && !call.method().equals("POST")) {
            return Replies.html(405, Notice.of("This address cannot be used that way", "Open it in a browser."));
        }
        try {
            return pay(call, path);
        } catch (ApiError e) {
            return Replies.html(400, Notice.of("That could not be read", "Nobody was charged. Go back and try again."));
        }
    }

    private Answer pay(Call call, String path) {
        if (path.startsWith(PAY)) {
            String rest = path.substring(PAY.length());
            boolean authentication = rest.endsWith(AUTHENTICATION);
            String id = authentication ? rest.substring(0, rest.length() - AUTHENTICATION.length()) : rest;
            return visit(Kind.SESSION, id, turn -> new PayDoor(call, turn).answer(id, authentication));
        }
        if (path.startsWith(AUTHENTICATE)) {
            String id = path.substring(AUTHENTICATE.length());
            return visit(intentKind(id), id, turn -> new IntentDoor(call, turn, id).authenticate());
        }
        if (path.startsWith(VERIFY)) {
            String id = path.substring(VERIFY.length());
            return visit(intentKind(id), id, turn -> new IntentDoor(call, turn, id).verify());
        }
        return Replies.html(404, Notice.of("Nothing is here", "The local Stripe has no page at this address."));
    }

    static Kind intentKind(String id) {
        return id.startsWith("seti_") ? Kind.SETUP_INTENT : Kind.PAYMENT_INTENT;
    }

    /** What a payer does on a page, within a turn that is committed afterwards. */
    @FunctionalInterface
    private interface Visit {
        Answer in(Turn turn);
    }

    private Answer visit(Kind kind, String id, Visit visit) {
        Optional<Doc> found = store.find(kind, id);
        if (found.isEmpty()) {
            return Replies.html(
                    404,
                    Notice.of(
                            "This payment page does not exist",
                            "Nobody was charged. Ask the business for a new link."));
        }
        Turn turn = turn(found.get().partition());
        Answer answer = visit.in(turn);
        turn.changes().commit(world.journal());
        return answer;
    }

    private Turn turn(String partition) {
        Turn.Cause cause = new Turn.Cause(Optional.of(ids.request()), Optional.empty());
        return new Turn(partition, world.clock().instant(), cause, new Changes(store), store, ids, world.origin());
    }
}
