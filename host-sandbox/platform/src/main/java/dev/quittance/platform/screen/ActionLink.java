package dev.quittance.platform.screen;

/**
 * A link to put on a page of the host. Immutable and thread-safe.
 *
 * @param label its words in the reader's language, to be escaped
 * @param href its path, for example {@code /project/42/actions/stripe-payments/request-payment}
 * @param primary whether it is the main thing to do there
 */
public record ActionLink(String label, String href, boolean primary) {}
