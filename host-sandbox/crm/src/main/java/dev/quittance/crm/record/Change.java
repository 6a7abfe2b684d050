package dev.quittance.crm.record;

/** What came of an attempt to change a record. */
public enum Change {
    /** It is changed. */
    DONE,
    /** Somebody changed it since it was read; nothing of this attempt was kept. */
    MEANWHILE,
    /** There is no such record. */
    ABSENT,
    /** It is not in a state in which this can be done. */
    REFUSED
}
