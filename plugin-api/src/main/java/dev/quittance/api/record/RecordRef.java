package dev.quittance.api.record;

import java.util.Objects;

/**
 * A record of the host within an organisation that is known from elsewhere. Immutable and thread-safe.
 *
 * @param object the kind, string-coded so that hosts may have their own: {@link #PROJECT}, {@link #CLIENT}, …
 * @param id the host's id
 */
public record RecordRef(String object, String id) {
    /** A project, job or service call. */
    public static final String PROJECT = "project";
    /** A client. */
    public static final String CLIENT = "client";
    /** An invoice. */
    public static final String INVOICE = "invoice";

    /** Refuses null. */
    public RecordRef {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(id, "id");
    }

    /** A reference to a project. */
    public static RecordRef project(String id) {
        return new RecordRef(PROJECT, id);
    }

    /** A reference to an invoice. */
    public static RecordRef invoice(String id) {
        return new RecordRef(INVOICE, id);
    }

    /** A reference to a client. */
    public static RecordRef client(String id) {
        return new RecordRef(CLIENT, id);
    }
}
