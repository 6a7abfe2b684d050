package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.ApiError;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One account's turn: what a call, a payer or a timer sees and changes, at one moment. Either all of it is committed or
 * nothing is.
 *
 * @param cause the request that the turn's events name
 */
public record Turn(String account, Instant now, Cause cause, Changes changes, Store store, Ids ids, URI origin) {

    /** Which request caused an event; both are absent where a timer did. */
    public record Cause(Optional<String> requestId, Optional<String> idempotencyKey) {
        public static final Cause TIMER = new Cause(Optional.empty(), Optional.empty());
    }

    public long nowSeconds() {
        return now.getEpochSecond();
    }

    public Optional<ObjectNode> find(Kind kind, String id) {
        return changes.find(kind, account, id);
    }

    /** The object, which must be there: another object says so. */
    public ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalStateException("missing " + kind + " " + id));
    }

    /**
     * The object that a caller named.
     *
     * @param param the parameter to blame
     * @throws ApiError 404 {@code resource_missing}
     */
    public ObjectNode require(Kind kind, String id, String param) {
        return find(kind, id).orElseThrow(() -> ApiError.resourceMissing(kind.noun(), id, param));
    }

    public void put(Kind kind, ObjectNode node) {
        changes.put(kind, account, node);
    }

    public void drop(Kind kind, String id) {
        changes.drop(kind, id);
    }

    /** What was there when the turn began, newest first. */
    public Stream<Doc> listNewestFirst(Kind kind) {
        return store.listNewestFirst(kind, account);
    }

    /** What was there when the turn began, oldest first. */
    public Collection<Doc> listOldestFirst(Kind kind) {
        return store.listOldestFirst(kind, account);
    }

    public String newId(Kind kind) {
        return ids.of(kind);
    }
}
