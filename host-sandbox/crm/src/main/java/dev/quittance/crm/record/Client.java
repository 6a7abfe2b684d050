package dev.quittance.crm.record;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody for whom work is done.
 *
 * @param org whose client
 * @param id unique within the organisation
 * @param name the person's or company's name
 * @param email where mail goes, if there is an address
 * @param phone as entered, if there is one
 * @param locale their language, if it is not the organisation's
 * @param createdAt since when the CRM knows them
 */
public record Client(
        OrgId org,
        UUID id,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<Locale> locale,
        Instant createdAt) {}
