package dev.quittance.crm.record;

import java.util.Locale;

/** Where an invoice stands. Whether it is paid is no state: that follows from the books. */
public enum InvoiceState {
    /** Not sent: nobody owes it. */
    DRAFT,
    /** Sent: owed until it is settled. */
    ISSUED,
    /** Taken back: nobody owes it any more. */
    VOID;

    /** As plugins and the database spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvoiceState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
