package dev.quittance.platform.host;

import java.util.Optional;

/**
 * An SMTP server to hand mail to. Immutable and thread-safe.
 *
 * @param host its name
 * @param port its port
 * @param from the address that mails come from; the organisation's name stands beside it
 * @param credentials who signs in there; empty for nobody
 * @param startTls whether the connection must be encrypted before anything is said
 */
public record MailServer(String host, int port, String from, Optional<Credentials> credentials, boolean startTls) {

    /**
     * User and password.
     *
     * @param user the name
     * @param password the password
     */
    public record Credentials(String user, String password) {
        /** The user only. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }

    /** A server without sign-in or encryption, as a sandbox has on loopback. */
    public static MailServer plain(String host, int port, String from) {
        return new MailServer(host, port, from, Optional.empty(), false);
    }
}
