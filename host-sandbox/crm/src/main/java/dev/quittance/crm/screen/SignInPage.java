package dev.quittance.crm.screen;

import java.util.List;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards
 * @param email as typed before
 * @param error what went wrong before; empty at first
 * @param logins those of the sandbox, to be used with one click
 */
public record SignInPage(String next, String email, String error, List<Login> logins) {
    /**
     * A login of the sandbox.
     *
     * @param email what to type
     * @param password what to type
     * @param name whose it is
     * @param role what they are
     * @param organisation whom they work for
     */
    public record Login(String email, String password, String name, String role, String organisation) {}

    /** Copies the logins. */
    public SignInPage {
        logins = List.copyOf(logins);
    }
}
