package dev.quittance.emulator.store;

import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** What a store holds, as the shortest journal that makes it again: a line for each document, oldest first. */
public final class Image {
    private Image() {}

    /** Worked out line by line while it is read; the store must not change meanwhile. */
    public static Iterable<String> of(Store store) {
        return of(store, doc -> true);
    }

    /** Only what passes. */
    public static Iterable<String> of(Store store, Predicate<Doc> wanted) {
        return () -> store.all().filter(wanted).map(Image::line).iterator();
    }

    /** The text that a change of this one document would have left; its JSON is not read for it. */
    private static String line(Doc doc) {
        String head = Json.write(Json.array().add(doc.kind().name()).add(doc.partition()));
        return "{\"puts\":[" + head.substring(0, head.length() - 1) + ","
                + new String(doc.json(), StandardCharsets.UTF_8) + "]],\"drops\":[]}";
    }
}
