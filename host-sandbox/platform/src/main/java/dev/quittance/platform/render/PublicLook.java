package dev.quittance.platform.render;

/**
 * In whose name a public page is shown. Immutable and thread-safe.
 *
 * @param business the organisation's name; empty on a page of nobody's
 * @param phone how to reach it by phone; empty if unknown
 * @param email how to reach it by mail; empty if unknown
 */
public record PublicLook(String business, String phone, String email) {

    /** Nobody's page. */
    public static PublicLook nobodys() {
        return new PublicLook("", "", "");
    }
}
