package dev.quittance.stripe.request;

/** The keys of the request form's fields. Pages, tests and other hosts rely on them. */
final class RequestFields {
    static final String TYPE = "type";
    static final String PERCENT = "percent";
    static final String AMOUNT = "amount";
    static final String DESCRIPTION = "description";
    static final String RECIPIENT_NAME = "recipientName";
    static final String RECIPIENT_EMAIL = "recipientEmail";
    /** A tick: more than what is left. */
    static final String OVER_REQUEST = "overRequest";
    /** A tick: the same was sent a short while ago. */
    static final String SEND_ANOTHER = "sendAnother";
    /** What the form showed at first, so that what was changed can be told from what was left alone. Never trusted. */
    static final String PRESET_TYPE = "presetType";

    static final String PRESET_PERCENT = "presetPercent";
    static final String PRESET_AMOUNT = "presetAmount";

    private RequestFields() {}
}
