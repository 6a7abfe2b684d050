package dev.quittance.api.ui;

import dev.quittance.api.record.RecordRef;
import java.net.URI;

/** Where a link leads. Plugins make them, hosts turn them into addresses. Implementations are immutable. */
public sealed interface Target {
    /**
     * A record of the host.
     *
     * @param ref which one, in the reader's organisation
     */
    record ToRecord(RecordRef ref) implements Target {}

    /**
     * A staff page of this plugin.
     *
     * @param page its id, as its screen declares it
     */
    record ToPage(String page) implements Target {}

    /**
     * A part of a staff page of this plugin: one thing of a list, say.
     *
     * @param page its id, as its screen declares it
     * @param part as the page understands it; at most 200 characters
     */
    record ToPart(String page, String part) implements Target {}

    /**
     * An absolute address: a public page from {@code Urls}, or a page on an origin that the manifest declares under redirects. The
     * host refuses any other.
     *
     * @param uri {@code http} or {@code https}
     */
    record ToAddress(URI uri) implements Target {}

    /** A link to a record. */
    static Target record(RecordRef ref) {
        return new ToRecord(ref);
    }

    /** A link to a staff page of this plugin. */
    static Target page(String page) {
        return new ToPage(page);
    }

    /** A link to a part of a staff page of this plugin. */
    static Target part(String page, String part) {
        return new ToPart(page, part);
    }

    /** A link to an absolute address. */
    static Target address(URI uri) {
        return new ToAddress(uri);
    }
}
