package dev.quittance.emulator.page;

/**
 * Something to correct.
 *
 * @param field the id of the form's field
 * @param message what to do about it
 */
public record FieldError(String field, String message) {}
