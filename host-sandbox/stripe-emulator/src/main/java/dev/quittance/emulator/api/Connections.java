package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Partition;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which platform may act for which account. A connection belongs to the connected account, in one mode. */
public final class Connections {
    public static final String READ_ONLY = "read_only";
    public static final String READ_WRITE = "read_write";
    private static final String PLATFORM = "platform";

    private Connections() {}

    /** Connects the turn's account to a platform; again, the scope may change. Safe to repeat. */
    public static void connect(Turn turn, String platform, String scope) {
        ObjectNode connection = Json.object();
        connection.put("id", id(platform, turn.partition()));
        connection.put("created", turn.nowSeconds());
        connection.put(PLATFORM, platform);
        connection.put("scope", scope);
        turn.put(Kind.CONNECTION, connection);
    }

    /** Ends it. Safe to repeat. */
    public static void disconnect(Turn turn, String platform) {
        turn.drop(Kind.CONNECTION, id(platform, turn.partition()));
    }

    /**
     * The platforms that the turn's account is connected to in the turn's mode, those included that the turn itself connects, in
     * the order in which that came.
     */
    public static List<String> platformsOf(Turn turn) {
        Stream<String> before = turn.listOldestFirst(Kind.CONNECTION).stream()
                .map(doc -> String.valueOf(doc.facets().get(PLATFORM)));
        Stream<String> now = turn.putSoFar(Kind.CONNECTION)
                .map(connection -> connection.path(PLATFORM).asText());
        return Stream.concat(before, now).distinct().toList();
    }

    /** The accounts connected to the turn's account in the turn's mode, newest first. */
    public static Stream<String> accountsOf(Turn turn) {
        List<String> oldestFirst = turn.store()
                .listAll(Kind.CONNECTION)
                .filter(doc -> doc.livemode() == turn.livemode() && doc.hasFacet(PLATFORM, turn.account()))
                .map(Doc::account)
                .toList();
        return Stream.iterate(oldestFirst.size() - 1, i -> i >= 0, i -> i - 1).map(oldestFirst::get);
    }

    /** Whether a platform may act for an account in the turn's mode. */
    public static boolean isConnected(Turn turn, String platform, String account) {
        return turn.on(account)
                .find(Kind.CONNECTION, id(platform, turn.on(account).partition()))
                .isPresent();
    }

    private static String id(String platform, String partition) {
        return platform + ">" + partition;
    }

    /**
     * The account that a call is for: the key's own, or a connected one that a header names.
     *
     * @throws ApiError 400 if two headers name one; 403 {@code account_invalid} if the key may not act for it
     */
    static String target(Store store, ApiKey key, Map<String, String> headers) {
        return target(store, key, headers, ApiKey.READ);
    }

    /** The same, where a connection that only allows reading is not enough for {@link ApiKey#WRITE}. */
    static String target(Store store, ApiKey key, Map<String, String> headers, String level) {
        Optional<String> account = header(headers, "stripe-account");
        Optional<String> context = header(headers, "stripe-context");
        if (account.isPresent() && context.isPresent()) {
            throw ApiError.refused(null, "Send either Stripe-Account or Stripe-Context, not both. Nothing was done.");
        }
        String wanted = account.or(() -> context).orElse(key.account());
        if (wanted.equals(key.account())) {
            return wanted;
        }
        String partition = Partition.of(wanted, key.livemode());
        Optional<Doc> connection = store.find(Kind.CONNECTION, id(key.account(), partition));
        if (connection.isPresent()
                && level.equals(ApiKey.WRITE)
                && connection.get().read().path("scope").asText().equals(READ_ONLY)) {
            throw ApiError.forbidden(
                    null,
                    "This application may only read on account '" + wanted
                            + "': it was connected with the scope read_only.");
        }
        if (connection.isEmpty()) {
            throw ApiError.forbidden(
                    "account_invalid",
                    "The provided key '" + ApiKey.redacted(key.key()) + "' does not have access to account '"
                            + Checks.abbreviated(wanted)
                            + "' (or that account does not exist). Application access may have been revoked.");
        }
        return wanted;
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name)).map(String::trim).filter(text -> !text.isEmpty());
    }
}
