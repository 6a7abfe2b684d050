package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import java.util.UUID;

/** Identifiers. Thread-safe. */
@ImplementedByHost
public interface Ids {
    /** A new UUID of version 7: rising with time, so that keys are written in order. */
    UUID next();

    /** An unguessable token of 128 random bits, as 22 characters of base64url. */
    String token();
}
