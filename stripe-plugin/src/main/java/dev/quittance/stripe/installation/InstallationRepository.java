package dev.quittance.stripe.installation;

import static dev.quittance.stripe.storage.jooq.Tables.HOLD;
import static dev.quittance.stripe.storage.jooq.Tables.INSTALLATION;
import static dev.quittance.stripe.storage.jooq.Tables.LOST_ROW;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.jooq.tables.records.HoldRecord;
import dev.quittance.stripe.storage.jooq.tables.records.InstallationRecord;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** SQL of what the installation is and of what is held. */
final class InstallationRepository {
    /**
     * What is remembered of an installation.
     *
     * @param names what is ours at Stripe bears one of them; the first is written from now on
     */
    record Remembered(Identity identity, List<String> names) {
        Remembered {
            names = List.copyOf(names);
        }
    }

    Optional<Remembered> find(DSLContext sql, OrgId org) {
        return sql.selectFrom(INSTALLATION)
                .where(INSTALLATION.ORG_ID.eq(org.value()))
                .fetchOptional(InstallationRepository::read);
    }

    /** Of two that remember at once the first one counts. */
    void add(DSLContext tx, OrgId org, Identity identity, String name, Instant now) {
        int made = tx.insertInto(INSTALLATION)
                .set(INSTALLATION.ORG_ID, org.value())
                .set(INSTALLATION.INSTALLATION_ID, name)
                .set(INSTALLATION.EARLIER_IDS, "")
                .set(INSTALLATION.KEY_FINGERPRINTS, identity.storedKeys())
                .set(INSTALLATION.PUBLIC_URL, identity.publicUrl())
                .set(INSTALLATION.DATABASE_ADDRESS, identity.databaseAddress())
                .set(INSTALLATION.DATABASE_IDENTITY, identity.databaseIdentity())
                .set(INSTALLATION.REMEMBERED_AT, now)
                .onConflict(INSTALLATION.ORG_ID)
                .doNothing()
                .execute();
        assert made <= 1;
    }

    void remember(DSLContext tx, OrgId org, Identity identity, Instant now) {
        one(tx.update(INSTALLATION)
                .set(INSTALLATION.KEY_FINGERPRINTS, identity.storedKeys())
                .set(INSTALLATION.PUBLIC_URL, identity.publicUrl())
                .set(INSTALLATION.DATABASE_ADDRESS, identity.databaseAddress())
                .set(INSTALLATION.DATABASE_IDENTITY, identity.databaseIdentity())
                .set(INSTALLATION.REMEMBERED_AT, now)
                .where(INSTALLATION.ORG_ID.eq(org.value()))
                .execute());
    }

    void rename(DSLContext tx, OrgId org, List<String> names) {
        one(tx.update(INSTALLATION)
                .set(INSTALLATION.INSTALLATION_ID, names.get(0))
                .set(INSTALLATION.EARLIER_IDS, String.join(" ", names.subList(1, names.size())))
                .where(INSTALLATION.ORG_ID.eq(org.value()))
                .execute());
    }

    /** Begins a hold; false while there is one. */
    boolean begin(DSLContext tx, Hold hold, Instant since) {
        return tx.insertInto(HOLD)
                        .set(HOLD.ORG_ID, hold.org().value())
                        .set(HOLD.HOLD_ID, hold.holdId())
                        .set(HOLD.LIVE_ORG_ID, hold.org().value())
                        .set(HOLD.KIND, hold.kind().name())
                        .set(HOLD.REASON, hold.reason())
                        .set(HOLD.SINCE, since)
                        .set(HOLD.BEGAN_AT, hold.beganAt())
                        .onConflict(HOLD.LIVE_ORG_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** It turns out to be more than older books. */
    boolean widen(DSLContext tx, OrgId org, String reason) {
        return tx.update(HOLD)
                        .set(HOLD.KIND, Hold.Kind.ELSEWHERE.name())
                        .set(HOLD.REASON, reason)
                        .where(HOLD.ORG_ID.eq(org.value()))
                        .and(HOLD.LIVE_ORG_ID.eq(org.value()))
                        .and(HOLD.KIND.eq(Hold.Kind.OLDER.name()))
                        .execute()
                == 1;
    }

    Optional<Hold> findLive(DSLContext sql, OrgId org) {
        return sql.selectFrom(HOLD).where(HOLD.LIVE_ORG_ID.eq(org.value())).fetchOptional(InstallationRepository::read);
    }

    Optional<Hold> lockLive(DSLContext tx, OrgId org) {
        return tx.selectFrom(HOLD)
                .where(HOLD.LIVE_ORG_ID.eq(org.value()))
                .forUpdate()
                .fetchOptional(InstallationRepository::read);
    }

    Optional<String> findAnswer(DSLContext sql, OrgId org, UUID holdId) {
        return sql.select(HOLD.ANSWER)
                .from(HOLD)
                .where(HOLD.ORG_ID.eq(org.value()))
                .and(HOLD.HOLD_ID.eq(holdId))
                .fetchOptional(HOLD.ANSWER);
    }

    Condition holds(Field<String> org) {
        return DSL.exists(DSL.selectOne().from(HOLD).where(HOLD.LIVE_ORG_ID.eq(org)));
    }

    Condition holds(Field<String> org, Hold.Kind kind) {
        return DSL.exists(
                DSL.selectOne().from(HOLD).where(HOLD.LIVE_ORG_ID.eq(org)).and(HOLD.KIND.eq(kind.name())));
    }

    void lookedTo(DSLContext tx, OrgId org, Instant to) {
        int moved = tx.update(HOLD)
                .set(HOLD.LOOKED_TO, to)
                .where(HOLD.LIVE_ORG_ID.eq(org.value()))
                .and(HOLD.LOOKED_TO.isNull().or(HOLD.LOOKED_TO.lt(to)))
                .execute();
        assert moved <= 1;
    }

    void answer(DSLContext tx, Hold hold, String answer, String by, Instant now) {
        one(tx.update(HOLD)
                .setNull(HOLD.LIVE_ORG_ID)
                .set(HOLD.ANSWER, answer)
                .set(HOLD.ANSWERED_BY, by)
                .set(HOLD.ANSWERED_AT, now)
                .where(HOLD.ORG_ID.eq(hold.org().value()))
                .and(HOLD.HOLD_ID.eq(hold.holdId()))
                .and(HOLD.LIVE_ORG_ID.eq(hold.org().value()))
                .execute());
    }

    /** Whether it happened before a hold that is over began, and was decided by those who found it out late. */
    boolean mayHaveLeft(DSLContext sql, OrgId org, Instant happenedAt, Instant decidedAt) {
        return sql.fetchExists(sql.selectOne()
                .from(HOLD)
                .where(HOLD.ORG_ID.eq(org.value()))
                .and(HOLD.ANSWER.isNotNull())
                .and(HOLD.BEGAN_AT.gt(happenedAt))
                .and(HOLD.SINCE.le(decidedAt)));
    }

    /** Whether a hold that is over began after this. */
    boolean isBeforeAnswered(DSLContext sql, OrgId org, Instant moment) {
        return sql.fetchExists(sql.selectOne()
                .from(HOLD)
                .where(HOLD.ORG_ID.eq(org.value()))
                .and(HOLD.ANSWER.isNotNull())
                .and(HOLD.BEGAN_AT.gt(moment)));
    }

    /** Notes what is lost; false if it was noted before. */
    boolean lose(DSLContext tx, OrgId org, String key, Instant now) {
        return tx.insertInto(LOST_ROW)
                        .set(LOST_ROW.ORG_ID, org.value())
                        .set(LOST_ROW.LOST_KEY, key)
                        .set(LOST_ROW.FOUND_AT, now)
                        .onConflict(LOST_ROW.ORG_ID, LOST_ROW.LOST_KEY)
                        .doNothing()
                        .execute()
                == 1;
    }

    private static Remembered read(InstallationRecord row) {
        Identity identity = new Identity(
                Identity.keys(row.getKeyFingerprints()),
                row.getPublicUrl(),
                row.getDatabaseAddress(),
                row.getDatabaseIdentity());
        Set<String> names = new LinkedHashSet<>();
        names.add(row.getInstallationId());
        names.addAll(Identity.keys(row.getEarlierIds()));
        return new Remembered(identity, List.copyOf(names));
    }

    private static Hold read(HoldRecord row) {
        return new Hold(
                new OrgId(row.getOrgId()),
                row.getHoldId(),
                Hold.Kind.valueOf(row.getKind()),
                row.getReason(),
                row.getBeganAt(),
                Optional.ofNullable(row.getLookedTo()));
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("what the installation is was not stored");
        }
    }
}
