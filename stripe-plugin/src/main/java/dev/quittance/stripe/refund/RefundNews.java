package dev.quittance.stripe.refund;

import dev.quittance.stripe.request.Requests;

/** Which handlers tell what became of a refund. Each entry's subject is the request, its detail a word and the refund's id. */
public final class RefundNews {
    /** The outbox kind that writes to the customer. */
    public static final String MAIL_KIND = "refund_mail";

    /** The outbox kind that tells the office. */
    public static final String NOTICE_KIND = "refund_notice";

    /** The outbox kind that tells the host's books. */
    public static final String SETTLEMENT_KIND = "refund_settlement";

    /** The word of a refund that Stripe would not make. */
    public static final String REFUSED = "refund_refused";

    static final String EVENT_KIND = Requests.EVENT_KIND;

    private RefundNews() {}
}
