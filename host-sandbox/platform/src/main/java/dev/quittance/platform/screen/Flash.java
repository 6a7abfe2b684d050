package dev.quittance.platform.screen;

/**
 * What was just done, to be shown once on the page somebody was led back to. Immutable and thread-safe.
 *
 * @param tone {@code good}, {@code info}, …
 * @param message plain words, to be escaped
 */
public record Flash(String tone, String message) {}
