package dev.quittance.crm.record;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids as they come in addresses, where anything may stand. */
final class RecordIds {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private RecordIds() {}

    /** The id, or empty if it has another shape: then there is no such record. */
    static Optional<UUID> parse(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(lower).matches() ? Optional.of(UUID.fromString(lower)) : Optional.empty();
    }
}
