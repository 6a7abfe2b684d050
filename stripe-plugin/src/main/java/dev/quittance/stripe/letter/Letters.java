package dev.quittance.stripe.letter;

import static dev.quittance.stripe.storage.jooq.Tables.LETTER;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.storage.jooq.tables.records.LetterRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** What became of mails. Written in the transaction that found it out. Thread-safe. */
public final class Letters {
    /** As much of a reason as a person reads. */
    private static final int LONGEST_REASON = 500;

    private final Database database;

    /** Those in this database. */
    public Letters(Database database) {
        this.database = database;
    }

    /** Notes what became of a mail, over what was noted before; in the caller's transaction. Safe to repeat. */
    public void save(DSLContext tx, Letter letter) {
        int made = tx.insertInto(LETTER)
                .set(LETTER.ORG_ID, letter.org().value())
                .set(LETTER.MAIL_KEY, letter.key())
                .set(LETTER.REQUEST_ID, letter.requestId())
                .set(LETTER.KIND, letter.kind())
                .set(LETTER.STATE, letter.state().name())
                .set(LETTER.REASON, shortened(letter.reason()))
                .set(LETTER.CHANGED_AT, letter.changedAt())
                .onConflict(LETTER.ORG_ID, LETTER.MAIL_KEY)
                .doNothing()
                .execute();
        if (made == 0) {
            int changed = tx.update(LETTER)
                    .set(LETTER.STATE, letter.state().name())
                    .set(LETTER.REASON, shortened(letter.reason()))
                    .set(LETTER.CHANGED_AT, letter.changedAt())
                    .where(LETTER.ORG_ID.eq(letter.org().value()))
                    .and(LETTER.MAIL_KEY.eq(letter.key()))
                    .execute();
            assert changed <= 1;
        }
    }

    /**
     * Notes in the caller's transaction that a mail came back. Safe to repeat: the second time changes nothing.
     *
     * @param reason why, without an address
     * @return the mail, if it was ours and had not come back before
     */
    public Optional<Letter> bounced(DSLContext tx, OrgId org, String key, String reason, Instant now) {
        int changed = tx.update(LETTER)
                .set(LETTER.STATE, LetterState.BOUNCED.name())
                .set(LETTER.REASON, shortened(reason))
                .set(LETTER.CHANGED_AT, now)
                .where(LETTER.ORG_ID.eq(org.value()))
                .and(LETTER.MAIL_KEY.eq(key))
                .and(LETTER.STATE.ne(LetterState.BOUNCED.name()))
                .execute();
        return changed == 0
                ? Optional.empty()
                : tx.selectFrom(LETTER)
                        .where(LETTER.ORG_ID.eq(org.value()))
                        .and(LETTER.MAIL_KEY.eq(key))
                        .fetchOptional(Letters::read);
    }

    /** The mails about any of these requests, what was noted last at the end. */
    public List<Letter> list(OrgId org, Collection<UUID> requestIds) {
        return requestIds.isEmpty()
                ? List.of()
                : database.read(db -> db.selectFrom(LETTER)
                        .where(LETTER.ORG_ID.eq(org.value()))
                        .and(LETTER.REQUEST_ID.in(requestIds))
                        .orderBy(LETTER.CHANGED_AT, LETTER.MAIL_KEY)
                        .fetch(Letters::read));
    }

    private static Letter read(LetterRecord row) {
        return new Letter(
                new OrgId(row.getOrgId()),
                row.getMailKey(),
                row.getRequestId(),
                row.getKind(),
                LetterState.valueOf(row.getState()),
                row.getReason(),
                row.getChangedAt());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
