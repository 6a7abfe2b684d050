package dev.quittance.crm.record;

import java.util.Locale;
import java.util.Optional;

/**
 * What people enter about a client.
 *
 * @param name the person's or company's name
 * @param email where mail goes, if there is an address
 * @param phone as entered, if there is one
 * @param locale their language, if it is not the organisation's
 */
public record ClientEntry(String name, Optional<String> email, Optional<String> phone, Optional<Locale> locale) {}
