package dev.quittance.emulator.api;

import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.wire.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Narrows lists by the fields that are kept beside the JSON. */
public final class Filters {
    private Filters() {}

    /** Passes what equals every parameter that was sent, parameter and field having the same name. */
    public static Predicate<Doc> equal(Form form, String... names) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String name : names) {
            form.text(name).ifPresent(value -> wanted.put(name, value));
        }
        return doc -> wanted.entrySet().stream().allMatch(entry -> doc.hasFacet(entry.getKey(), entry.getValue()));
    }
}
