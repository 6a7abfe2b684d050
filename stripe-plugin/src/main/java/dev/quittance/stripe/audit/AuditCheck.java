package dev.quittance.stripe.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the chain is unbroken. Immutable and thread-safe.
 *
 * @param seals how many seals fit
 * @param entries how many entries they cover
 * @param chainHash the chain's hash up to there; empty at the beginning
 * @param until when the last seal that fits was made, UTC
 * @param fault the first row that differs; empty if all that is sealed fits
 */
public record AuditCheck(long seals, long entries, String chainHash, Optional<Instant> until, Optional<String> fault) {
    static AuditCheck beginning() {
        return new AuditCheck(0, 0, AuditTrail.BEGINNING, Optional.empty(), Optional.empty());
    }

    AuditCheck and(int more, String chain, Instant sealedAt) {
        return new AuditCheck(seals + 1, entries + more, chain, Optional.of(sealedAt), Optional.empty());
    }

    AuditCheck broken(String row) {
        return new AuditCheck(seals, entries, chainHash, until, Optional.of(row));
    }
}
