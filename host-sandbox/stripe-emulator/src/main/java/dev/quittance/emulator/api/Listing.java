package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** One page of a list: newest first, with cursors as Stripe has them. */
public final class Listing {
    /** The parameters that every list takes. */
    public static final String PARAMS = "limit starting_after ending_before";

    /** The parameters of lists that can be narrowed by time. */
    public static final String CREATED_PARAMS = PARAMS + " created created.gt created.gte created.lt created.lte";

    private static final long DEFAULT_LIMIT = 10;
    private static final long MAX_LIMIT = 100;

    private final String url;
    private final long limit;
    private final Optional<String> startingAfter;
    private final Optional<String> endingBefore;
    private final LongPredicate created;

    private Listing(ApiRequest request, long limit, LongPredicate created) {
        this.url = request.path();
        this.limit = limit;
        this.startingAfter = request.form().text("starting_after");
        this.endingBefore = request.form().text("ending_before");
        this.created = created;
    }

    /**
     * Reads limit, cursors and times.
     *
     * @throws ApiError 400
     */
    public static Listing plan(ApiRequest request) {
        Form form = request.form();
        long limit = form.integer("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ApiError.invalid(
                    "parameter_invalid_integer",
                    "limit",
                    "This value must be between 1 and " + MAX_LIMIT + ", not " + limit + ".");
        }
        if (form.text("starting_after").isPresent()
                && form.text("ending_before").isPresent()) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "ending_before",
                    "You may only specify one of these parameters: ending_before, starting_after.");
        }
        return new Listing(request, limit, created(form));
    }

    private static LongPredicate created(Form form) {
        if (form.at("created").isLeaf()) {
            long exactly = form.integer("created").orElse(0L);
            return seconds -> seconds == exactly;
        }
        Form range = form.at("created");
        Optional<Long> gt = range.integer("gt");
        Optional<Long> gte = range.integer("gte");
        Optional<Long> lt = range.integer("lt");
        Optional<Long> lte = range.integer("lte");
        return seconds -> gt.map(x -> seconds > x).orElse(true)
                && gte.map(x -> seconds >= x).orElse(true)
                && lt.map(x -> seconds < x).orElse(true)
                && lte.map(x -> seconds <= x).orElse(true);
    }

    /** Whether something made then is asked for. */
    public boolean isWithin(long createdSeconds) {
        return created.test(createdSeconds);
    }

    /** The page of an account's documents that pass a filter. */
    public ObjectNode page(Turn turn, Kind kind, Predicate<Doc> filter) {
        long after = cursor(turn, kind, startingAfter, "starting_after", Long.MAX_VALUE);
        long before = cursor(turn, kind, endingBefore, "ending_before", 0);
        List<Doc> found = new ArrayList<>();
        List<Doc> candidates = turn.listNewestFirst(kind)
                .filter(doc -> doc.number() < after && doc.number() > before)
                .filter(doc -> created.test(doc.createdSeconds()))
                .filter(filter)
                .toList();
        boolean backwards = endingBefore.isPresent();
        List<Doc> ordered = new ArrayList<>(candidates);
        if (backwards) {
            // The page just before the cursor: the oldest of what is newer than it.
            Collections.reverse(ordered);
        }
        ordered.stream().limit(limit).forEach(found::add);
        if (backwards) {
            Collections.reverse(found);
        }
        ArrayNode data = Json.array();
        found.forEach(doc -> data.add(Renderer.render(doc.read(), turn.nowSeconds())));
        return list(url, data, candidates.size() > found.size());
    }

    private static long cursor(Turn turn, Kind kind, Optional<String> id, String param, long none) {
        if (id.isEmpty()) {
            return none;
        }
        return turn.store()
                .find(kind, id.get())
                .filter(turn::owns)
                .map(Doc::number)
                .orElseThrow(() -> ApiError.resourceMissing(kind.noun(), id.get(), param));
    }

    /** Pages through something that is not a list of documents, by the ids of its elements. */
    public ObjectNode pageOf(ArrayNode all, String noun) {
        int from = startingAfter
                .map(id -> indexOf(all, id, noun, "starting_after") + 1)
                .orElse(0);
        int to = endingBefore.map(id -> indexOf(all, id, noun, "ending_before")).orElse(all.size());
        boolean backwards = endingBefore.isPresent();
        int count = (int) Math.min(limit, to - from);
        int first = backwards ? to - count : from;
        ArrayNode data = Json.array();
        for (int i = first; i < first + count; i++) {
            data.add(all.get(i));
        }
        return list(url, data, to - from > count);
    }

    private static int indexOf(ArrayNode all, String id, String noun, String param) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw ApiError.resourceMissing(noun, id, param);
    }

    public static ObjectNode list(String url, ArrayNode data, boolean hasMore) {
        ObjectNode list = Json.object();
        list.put("object", "list");
        list.set("data", data);
        list.put("has_more", hasMore);
        list.put("url", url);
        return list;
    }
}
