package dev.quittance.platform.bounce;

/**
 * What a mail server reports of one recipient. Immutable.
 *
 * @param messageId of the mail that came back, as it stood in its header
 * @param recipient the address it could not be brought to
 * @param status the server's code for why; empty if there is none
 */
record Report(String messageId, String recipient, String status) {}
