package dev.quittance.platform.bounce;

/** Where the host hands in what comes to the address from which mails are sent. Thread-safe. */
public interface MailReturns {
    /** Longer messages are not looked into. */
    int LONGEST = 1_000_000;

    /**
     * Looks whether a message reports (RFC 3464) that a plugin's mail came back, and if so keeps it until that plugin has been told. What is
     * no such report, or names no mail of ours to just that address, changes nothing: anybody can write such a message. Safe to repeat.
     *
     * @param message as it came over the wire
     * @return how many mails came back by it
     * @throws IllegalStateException if it could not be kept: hand it in again
     */
    int take(byte[] message);
}
