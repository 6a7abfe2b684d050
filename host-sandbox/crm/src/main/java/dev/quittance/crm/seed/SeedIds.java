package dev.quittance.crm.seed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same in every sandbox, so that entering twice enters once. */
final class SeedIds {
    private SeedIds() {}

    static UUID of(String what) {
        return UUID.nameUUIDFromBytes(("sandbox/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
