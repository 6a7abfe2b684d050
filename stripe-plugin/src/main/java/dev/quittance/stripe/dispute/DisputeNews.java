package dev.quittance.stripe.dispute;

import dev.quittance.stripe.request.Requests;

/** Which handlers tell what became of a dispute. Each entry's subject is the request, its detail a word and an id. */
public final class DisputeNews {
    /** The outbox kind that tells the office; the id is the dispute's. */
    public static final String NOTICE_KIND = "dispute_notice";

    /** The outbox kind that writes to a customer whose bank took a debit back; the id is the dispute's. */
    public static final String MAIL_KIND = "taken_back_mail";

    /** The outbox kind that tells the host's books; the id is the movement's. */
    public static final String SETTLEMENT_KIND = "dispute_settlement";

    /** The word of a deadline that comes near. */
    public static final String REMINDER = "dispute_reminder";

    static final String EVENT_KIND = Requests.EVENT_KIND;

    private DisputeNews() {}
}
