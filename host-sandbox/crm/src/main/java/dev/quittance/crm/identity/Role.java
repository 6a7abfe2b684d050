package dev.quittance.crm.identity;

import java.util.Locale;

/** What a user is in their organisation. */
public enum Role {
    /** Runs the business: clients, projects, requests for payment. */
    OFFICE,
    /** Works on site. */
    TECHNICIAN,
    /** Changes settings. */
    ADMIN;

    /** As plugins' manifests and the database spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #code} wrote. */
    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
