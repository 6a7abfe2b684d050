package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/** A card's dispute from the bank's question to its last word, and when each falls due. */
public final class DisputeLife {
    /** Of Stripe's 7 to 21 days to answer, the shortest: up to the end of that day in UTC. */
    private static final int DAYS_TO_ANSWER = 7;

    /** Of the 60 to 75 days that an issuer takes, the shortest. */
    private static final Duration ISSUER_DECIDES_AFTER = Duration.ofDays(60);

    /** An inquiry that nobody took further is closed then, counted from its beginning. */
    private static final Duration INQUIRY_LASTS = Duration.ofDays(120);

    /** Evidence with one of the test words is decided on so soon. */
    private static final Duration TEST_WORD_DECIDES_AFTER = Duration.ofMinutes(1);

    private static final String WINNING = "winning_evidence";
    private static final String LOSING = "losing_evidence";
    private static final String ESCALATING = "escalate_inquiry_evidence";
    private static final Set<String> FINAL = Set.of("won", "lost", "warning_closed", "prevented");

    private DisputeLife() {}

    static boolean isInquiry(ObjectNode dispute) {
        return dispute.path("status").asText().startsWith("warning_");
    }

    static boolean isFinal(ObjectNode dispute) {
        return FINAL.contains(dispute.path("status").asText());
    }

    /** Until then the merchant can answer. */
    static void await(Turn turn, ObjectNode dispute) {
        LocalDate last = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC).plusDays(DAYS_TO_ANSWER);
        Instant due = last.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        details(dispute).put("due_by", due.getEpochSecond());
        dispute.put(Doc.DUE_MILLIS, due.toEpochMilli());
    }

    static ObjectNode details(ObjectNode dispute) {
        return (ObjectNode) dispute.path("evidence_details");
    }

    static void fire(Turn turn, ObjectNode dispute) {
        dispute.remove(Doc.DUE_MILLIS);
        switch (dispute.path("status").asText()) {
            case "needs_response" -> {
                if (details(dispute).path("has_evidence").asBoolean()) {
                    // What was prepared is sent when the time is over.
                    submit(turn, dispute);
                } else {
                    details(dispute).put("past_due", true);
                    end(turn, dispute, "lost");
                }
            }
            case "warning_needs_response" -> {
                details(dispute).put("past_due", true);
                dispute.put(Doc.DUE_MILLIS, dispute.path("created").asLong() * 1000 + INQUIRY_LASTS.toMillis());
                dispute.put("status", "warning_under_review");
                turn.put(Kind.DISPUTE, dispute);
            }
            case "under_review" -> decide(turn, dispute);
            case "warning_under_review" -> decideInquiry(turn, dispute);
            default -> turn.put(Kind.DISPUTE, dispute);
        }
    }

    /** The merchant's evidence goes to the bank. */
    static ObjectNode submit(Turn turn, ObjectNode dispute) {
        ObjectNode before = turn.get(Kind.DISPUTE, dispute.path("id").asText());
        boolean inquiry = isInquiry(dispute);
        dispute.put("status", inquiry ? "warning_under_review" : "under_review");
        ObjectNode details = details(dispute);
        details.put("submission_count", details.path("submission_count").asInt() + 1);
        String word = word(dispute);
        boolean soon = word.equals(WINNING) || word.equals(LOSING) || (inquiry && word.equals(ESCALATING));
        Instant later = inquiry
                ? Instant.ofEpochSecond(dispute.path("created").asLong()).plus(INQUIRY_LASTS)
                : turn.now().plus(ISSUER_DECIDES_AFTER);
        dispute.put(Doc.DUE_MILLIS, (soon ? turn.now().plus(TEST_WORD_DECIDES_AFTER) : later).toEpochMilli());
        turn.put(Kind.DISPUTE, dispute);
        Events.updated(turn, "charge.dispute.updated", before, dispute);
        return dispute;
    }

    private static String word(ObjectNode dispute) {
        return dispute.path("evidence").path("uncategorized_text").asText("").trim();
    }

    /** Only the test word wins: what else the issuer might think of the evidence is not made up here. */
    private static void decide(Turn turn, ObjectNode dispute) {
        end(turn, dispute, word(dispute).equals(WINNING) ? "won" : "lost");
    }

    private static void decideInquiry(Turn turn, ObjectNode dispute) {
        if (word(dispute).equals(ESCALATING)) {
            escalate(turn, dispute);
        } else {
            end(turn, dispute, "warning_closed");
        }
    }

    /** The bank was not content: the inquiry becomes a dispute, which takes the money. */
    public static ObjectNode escalate(Turn turn, ObjectNode dispute) {
        ObjectNode before = turn.get(Kind.DISPUTE, dispute.path("id").asText());
        dispute.put("status", "needs_response");
        dispute.put("is_charge_refundable", false);
        ((ObjectNode) dispute.path("payment_method_details").path("card")).put("case_type", "chargeback");
        ((ObjectNode) dispute.path("evidence")).putNull("uncategorized_text");
        details(dispute).put("has_evidence", false).put("past_due", false).put("submission_count", 0);
        await(turn, dispute);
        DisputeMoney.withdraw(turn, dispute);
        turn.put(Kind.DISPUTE, dispute);
        Events.updated(turn, "charge.dispute.updated", before, dispute);
        Events.emit(turn, "charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /**
     * The last word; a dispute that has one already stays as it is.
     *
     * @param status {@code won}, {@code lost} or, for an inquiry, {@code warning_closed}
     */
    public static ObjectNode end(Turn turn, ObjectNode dispute, String status) {
        ObjectNode before = turn.get(Kind.DISPUTE, dispute.path("id").asText());
        if (isFinal(before)) {
            return before;
        }
        dispute.remove(Doc.DUE_MILLIS);
        dispute.put("status", status);
        boolean reinstated = status.equals("won");
        if (reinstated) {
            DisputeMoney.reinstate(turn, dispute);
            dispute.put("is_charge_refundable", true);
        }
        if (status.equals("warning_closed")) {
            dispute.put("is_charge_refundable", true);
        }
        turn.put(Kind.DISPUTE, dispute);
        if (reinstated) {
            Events.emit(turn, "charge.dispute.funds_reinstated", dispute);
        }
        Events.emit(turn, "charge.dispute.closed", dispute);
        return dispute;
    }
}
