package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.letter.LetterState;
import dev.quittance.stripe.letter.Letters;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Writes down what became of the mails about requests: for the list and in the timeline. Thread-safe. */
public final class RequestMails {
    /** In the timeline: out, and not out. */
    private static final Map<String, String> SENT = Map.of(Letter.REQUEST, "mail_sent", Letter.RECEIPT, "receipt_sent");

    private static final Map<String, String> NOT_SENT =
            Map.of(Letter.REQUEST, "mail_not_sent", Letter.RECEIPT, "receipt_not_sent");

    private static final Map<String, String> BOUNCED =
            Map.of(Letter.REQUEST, "mail_bounced", Letter.RECEIPT, "receipt_bounced");

    private final PluginContext context;
    private final Timeline timeline;
    private final Letters letters;

    /** Writes into these. */
    public RequestMails(PluginContext context, Timeline timeline, Letters letters) {
        this.context = context;
        this.timeline = timeline;
        this.letters = letters;
    }

    /** A mail has left or never will; in the transaction that marks it so. */
    public void concluded(DSLContext tx, OutboxRow row, OutboxOutcome outcome, String kind) {
        boolean taken = outcome.kind() == OutboxOutcome.Kind.DELIVERED;
        Instant now = context.clock().instant();
        if (outcome.kind() != OutboxOutcome.Kind.SKIPPED) {
            LetterState state = taken ? LetterState.HANDED_OVER : LetterState.REFUSED;
            letters.save(
                    tx, new Letter(row.org(), row.dedupeKey(), row.subjectId(), kind, state, outcome.reason(), now));
        }
        String word = (taken ? SENT : NOT_SENT).getOrDefault(kind, kind);
        timeline.add(
                tx, row.org(), row.subjectId(), new TimelineEntry(word, TimelineEntry.SYSTEM, outcome.reason(), now));
    }

    /**
     * A mail came back; in the caller's transaction. Safe to repeat.
     *
     * @param key as it was sent
     * @param reason why, without an address
     * @return the mail, unless it is none about a request or had come back before
     */
    public Optional<Letter> bounced(DSLContext tx, OrgId org, String key, String reason) {
        Instant now = context.clock().instant();
        Optional<Letter> letter = letters.bounced(tx, org, key, reason, now);
        letter.ifPresent(one -> timeline.add(
                tx,
                org,
                one.requestId(),
                new TimelineEntry(
                        BOUNCED.getOrDefault(one.kind(), one.kind()), TimelineEntry.SYSTEM, one.reason(), now)));
        return letter;
    }
}
