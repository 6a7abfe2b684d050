package dev.quittance.platform.rest;

/**
 * A resource method of a plugin's. Immutable and thread-safe.
 *
 * @param verb {@code GET}, {@code POST}, …
 * @param pattern its address from the root on; a part in braces matches any one part
 * @param permission what a caller needs
 */
public record RestMethod(String verb, String pattern, String permission) {}
