package dev.quittance.api.record;

import java.util.Locale;
import java.util.Optional;

/**
 * A client of the organisation. Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name the person's or company's name
 * @param email where mail goes, if there is an address
 * @param phone as entered, if there is one
 * @param locale the client's language, if known
 */
public record ClientView(
        String id, String name, Optional<String> email, Optional<String> phone, Optional<Locale> locale) {}
