package dev.quittance.crm.record;

/** What came of a change of an invoice. */
public enum InvoiceChange {
    /** It is as was asked, by this change or by an earlier one. */
    DONE,
    /** The organisation has no such invoice. */
    ABSENT,
    /** Somebody else has changed it meanwhile: nothing was changed. */
    STALE,
    /** Not in the state that it is in: nothing was changed. */
    REFUSED
}
