package dev.quittance.crm.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Where a list that is sorted by time, newest first, goes on: after this row. */
record Cursor(Instant createdAt, UUID id) {
    private static final String BETWEEN = "_";

    /** Reads what {@link #text} wrote; empty for anything else, and then the list begins at its beginning. */
    static Optional<Cursor> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 2 || !parts[0].matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        Instant createdAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
        return RecordIds.parse(parts[1]).map(id -> new Cursor(createdAt, id));
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + BETWEEN + id;
    }
}
