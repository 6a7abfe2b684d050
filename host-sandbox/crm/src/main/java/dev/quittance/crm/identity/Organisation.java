package dev.quittance.crm.identity;

import dev.quittance.api.identity.OrgId;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A business that works with the CRM.
 *
 * @param id its id
 * @param name as its customers know it
 * @param currency ISO 4217, upper case
 * @param locale how its people read numbers and dates
 * @param zone its time zone
 * @param phone empty if unknown
 * @param email where customers' replies go; empty if unknown
 */
public record Organisation(
        OrgId id, String name, String currency, Locale locale, ZoneId zone, String phone, String email) {}
