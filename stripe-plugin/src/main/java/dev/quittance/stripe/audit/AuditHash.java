package dev.quittance.stripe.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The hashes of the chain. Each value goes in with its length before it, so that no two entries have the same bytes. */
final class AuditHash {
    private final MessageDigest digest;

    private AuditHash(String what) {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        add(what);
    }

    static String of(AuditEntry entry) {
        return new AuditHash("entry 1")
                .add(entry.org().value())
                .add(entry.entryId().toString())
                .add(entry.action())
                .add(entry.actor())
                .add(entry.subject())
                .add(entry.detail())
                .add(moment(entry.happenedAt()))
                .hex();
    }

    static String ofSeal(String before, long sealNo, Instant sealedAt, List<String> entryHashes) {
        AuditHash hash =
                new AuditHash("seal 1").add(before).add(Long.toString(sealNo)).add(moment(sealedAt));
        entryHashes.forEach(hash::add);
        return hash.hex();
    }

    private static String moment(Instant moment) {
        return moment.getEpochSecond() + "." + moment.getNano() / 1000;
    }

    private AuditHash add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
