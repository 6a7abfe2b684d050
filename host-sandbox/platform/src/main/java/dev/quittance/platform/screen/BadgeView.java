package dev.quittance.platform.screen;

/**
 * A badge to put beside a record. Immutable and thread-safe.
 *
 * @param label its words in the reader's language, to be escaped
 * @param tone {@code good}, {@code info}, {@code warning}, {@code danger} or {@code neutral}
 */
public record BadgeView(String label, String tone) {}
