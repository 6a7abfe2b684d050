package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.ApiError;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One account's turn: what a call, a payer or a timer sees and changes, in one mode, at one moment. Either all of it is
 * committed or nothing is.
 *
 * @param partition the account and the mode: see {@link Partition}
 * @param cause the request that the turn's events name
 */
public record Turn(String partition, Instant now, Cause cause, Changes changes, Store store, Ids ids, URI origin) {

    /** Which request caused an event; both are absent where a timer did. */
    public record Cause(Optional<String> requestId, Optional<String> idempotencyKey) {
        public static final Cause TIMER = new Cause(Optional.empty(), Optional.empty());
    }

    public long nowSeconds() {
        return now.getEpochSecond();
    }

    /** The account's id. */
    public String account() {
        return Partition.account(partition);
    }

    /** Whether objects of live mode are seen and made; else those of test mode. */
    public boolean livemode() {
        return Partition.isLive(partition);
    }

    /** The same moment for another account, in the same mode and the same change. */
    public Turn on(String otherAccount) {
        return new Turn(Partition.of(otherAccount, livemode()), now, cause, changes, store, ids, origin);
    }

    /** The same moment in another partition, in the same change. */
    public Turn within(String otherPartition) {
        return new Turn(otherPartition, now, cause, changes, store, ids, origin);
    }

    /** The same moment for the same account in live mode, and in the same change. */
    public Turn inLiveMode() {
        return new Turn(Partition.of(account(), true), now, cause, changes, store, ids, origin);
    }

    private String partition(Kind kind) {
        return kind.isOfBothModes() ? account() : partition;
    }

    public Optional<ObjectNode> find(Kind kind, String id) {
        return changes.find(kind, partition(kind), id);
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

    /** Keeps it; wherever it says {@code livemode}, that becomes the turn's. */
    public void put(Kind kind, ObjectNode node) {
        setLivemode(node);
        changes.put(kind, partition(kind), node);
    }

    private void setLivemode(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("livemode").isBoolean()) {
            object.put("livemode", livemode());
        }
        node.forEach(this::setLivemode);
    }

    /** Whether a document is one of the turn's own. */
    public boolean owns(Doc doc) {
        return doc.partition().equals(partition(doc.kind()));
    }

    /** Whether the account has an object of this id in the other mode. */
    public boolean isOfOtherMode(String id) {
        return store.isIn(Partition.twin(partition), id);
    }

    public void drop(Kind kind, String id) {
        changes.drop(kind, id);
    }

    /** What was there when the turn began, newest first. */
    public Stream<Doc> listNewestFirst(Kind kind) {
        return store.listNewestFirst(kind, partition(kind));
    }

    /** What the turn itself has put so far. */
    public Stream<ObjectNode> putSoFar(Kind kind) {
        return changes.puts(kind, partition(kind));
    }

    /** What was there when the turn began, oldest first. */
    public Collection<Doc> listOldestFirst(Kind kind) {
        return store.listOldestFirst(kind, partition(kind));
    }

    public String newId(Kind kind) {
        return ids.of(kind, livemode());
    }
}
