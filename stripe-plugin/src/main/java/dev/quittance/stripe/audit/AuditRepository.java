package dev.quittance.stripe.audit;

import static dev.quittance.stripe.storage.jooq.Tables.AUDIT_ENTRY;
import static dev.quittance.stripe.storage.jooq.Tables.AUDIT_LINK;
import static dev.quittance.stripe.storage.jooq.Tables.AUDIT_SEAL;
import static dev.quittance.stripe.storage.jooq.Tables.AUDIT_UNSEALED;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.jooq.tables.records.AuditEntryRecord;
import dev.quittance.stripe.storage.jooq.tables.records.AuditSealRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** SQL of the audit trail. */
final class AuditRepository {
    /** A seal: its number, how many entries it covers, the chain's hash up to it, and when it was made. */
    record Seal(long sealNo, int entries, String chainHash, Instant sealedAt) {}

    /** An entry as a seal has it: its place, its hash then, and the entry as it is now, if it is there. */
    record Linked(int line, UUID entryId, String entryHash, Optional<AuditEntry> now) {}

    void add(DSLContext tx, AuditEntry entry) {
        int rows = tx.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ORG_ID, entry.org().value())
                .set(AUDIT_ENTRY.ENTRY_ID, entry.entryId())
                .set(AUDIT_ENTRY.ACTION, entry.action())
                .set(AUDIT_ENTRY.ACTOR, entry.actor())
                .set(AUDIT_ENTRY.SUBJECT, entry.subject())
                .set(AUDIT_ENTRY.DETAIL, entry.detail())
                .set(AUDIT_ENTRY.HAPPENED_AT, entry.happenedAt())
                .execute();
        int queued = tx.insertInto(AUDIT_UNSEALED)
                .set(AUDIT_UNSEALED.ORG_ID, entry.org().value())
                .set(AUDIT_UNSEALED.ENTRY_ID, entry.entryId())
                .execute();
        assert rows == 1 && queued == 1;
    }

    List<OrgId> listUnsealed(DSLContext sql) {
        return sql.selectDistinct(AUDIT_UNSEALED.ORG_ID)
                .from(AUDIT_UNSEALED)
                .orderBy(AUDIT_UNSEALED.ORG_ID)
                .fetch(row -> new OrgId(row.value1()));
    }

    /** Entries that no seal covers, in order; locked until the transaction ends, so that no two nodes seal the same. */
    List<AuditEntry> takeUnsealed(DSLContext tx, OrgId org, int limit) {
        List<UUID> ids = tx.select(AUDIT_UNSEALED.ENTRY_ID)
                .from(AUDIT_UNSEALED)
                .where(AUDIT_UNSEALED.ORG_ID.eq(org.value()))
                .orderBy(AUDIT_UNSEALED.ENTRY_ID)
                .limit(limit)
                .forUpdate()
                .fetch(AUDIT_UNSEALED.ENTRY_ID);
        if (ids.isEmpty()) {
            return List.of();
        }
        return tx.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ORG_ID.eq(org.value()))
                .and(AUDIT_ENTRY.ENTRY_ID.in(ids))
                .orderBy(AUDIT_ENTRY.ENTRY_ID)
                .fetch(AuditRepository::read);
    }

    /** Adds a seal with its links; its key makes one of two nodes lose. */
    void seal(DSLContext tx, OrgId org, Seal seal, List<AuditEntry> entries, List<String> hashes) {
        int rows = tx.insertInto(AUDIT_SEAL)
                .set(AUDIT_SEAL.ORG_ID, org.value())
                .set(AUDIT_SEAL.SEAL_NO, seal.sealNo())
                .set(AUDIT_SEAL.ENTRIES, seal.entries())
                .set(AUDIT_SEAL.CHAIN_HASH, seal.chainHash())
                .set(AUDIT_SEAL.SEALED_AT, seal.sealedAt())
                .execute();
        for (int line = 0; line < entries.size(); line++) {
            rows += tx.insertInto(AUDIT_LINK)
                    .set(AUDIT_LINK.ORG_ID, org.value())
                    .set(AUDIT_LINK.SEAL_NO, seal.sealNo())
                    .set(AUDIT_LINK.LINE, line)
                    .set(AUDIT_LINK.ENTRY_ID, entries.get(line).entryId())
                    .set(AUDIT_LINK.ENTRY_HASH, hashes.get(line))
                    .execute();
        }
        int gone = tx.deleteFrom(AUDIT_UNSEALED)
                .where(AUDIT_UNSEALED.ORG_ID.eq(org.value()))
                .and(AUDIT_UNSEALED.ENTRY_ID.in(
                        entries.stream().map(AuditEntry::entryId).toList()))
                .execute();
        if (gone != entries.size() || rows != entries.size() + 1) {
            throw new IllegalStateException("locked entries were sealed meanwhile");
        }
    }

    Optional<Seal> findLast(DSLContext sql, OrgId org) {
        return sql.selectFrom(AUDIT_SEAL)
                .where(AUDIT_SEAL.ORG_ID.eq(org.value()))
                .orderBy(AUDIT_SEAL.SEAL_NO.desc())
                .limit(1)
                .fetchOptional(AuditRepository::read);
    }

    List<Seal> listSeals(DSLContext sql, OrgId org, long after, int limit) {
        return sql.selectFrom(AUDIT_SEAL)
                .where(AUDIT_SEAL.ORG_ID.eq(org.value()))
                .and(AUDIT_SEAL.SEAL_NO.gt(after))
                .orderBy(AUDIT_SEAL.SEAL_NO)
                .limit(limit)
                .fetch(AuditRepository::read);
    }

    List<Linked> listLinked(DSLContext sql, OrgId org, long sealNo) {
        return sql.select(AUDIT_LINK.LINE, AUDIT_LINK.ENTRY_ID, AUDIT_LINK.ENTRY_HASH)
                .select(AUDIT_ENTRY.fields())
                .from(AUDIT_LINK)
                .leftJoin(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ORG_ID.eq(AUDIT_LINK.ORG_ID))
                .and(AUDIT_ENTRY.ENTRY_ID.eq(AUDIT_LINK.ENTRY_ID))
                .where(AUDIT_LINK.ORG_ID.eq(org.value()))
                .and(AUDIT_LINK.SEAL_NO.eq(sealNo))
                .orderBy(AUDIT_LINK.LINE)
                .fetch(row -> new Linked(
                        row.get(AUDIT_LINK.LINE),
                        row.get(AUDIT_LINK.ENTRY_ID),
                        row.get(AUDIT_LINK.ENTRY_HASH),
                        row.get(AUDIT_ENTRY.ENTRY_ID) == null
                                ? Optional.empty()
                                : Optional.of(read(row.into(AUDIT_ENTRY)))));
    }

    List<AuditEntry> listNewest(DSLContext sql, OrgId org, Optional<UUID> before, int limit) {
        return sql.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ORG_ID.eq(org.value()))
                .and(before.map(AUDIT_ENTRY.ENTRY_ID::lt).orElseGet(AUDIT_ENTRY.ENTRY_ID::isNotNull))
                .orderBy(AUDIT_ENTRY.ENTRY_ID.desc())
                .limit(limit)
                .fetch(AuditRepository::read);
    }

    private static Seal read(AuditSealRecord row) {
        return new Seal(row.getSealNo(), row.getEntries(), row.getChainHash(), row.getSealedAt());
    }

    private static AuditEntry read(AuditEntryRecord row) {
        return new AuditEntry(
                new OrgId(row.getOrgId()),
                row.getEntryId(),
                row.getAction(),
                row.getActor(),
                row.getSubject(),
                row.getDetail(),
                row.getHappenedAt());
    }
}
