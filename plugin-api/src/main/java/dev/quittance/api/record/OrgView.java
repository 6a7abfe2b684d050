package dev.quittance.api.record;

import dev.quittance.api.identity.OrgId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * An organisation as its customers know it. Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name the business name: who mails come from
 * @param currency ISO 4217 code, upper case, in which it usually asks for money
 * @param locale its language and formats
 * @param zone its time zone
 * @param phone how a customer reaches it by phone, empty if unknown
 * @param email where customers' replies go, empty if unknown
 * @param adminNames who may change settings, to be named where only they can help
 */
public record OrgView(
        OrgId id,
        String name,
        String currency,
        Locale locale,
        ZoneId zone,
        String phone,
        String email,
        List<String> adminNames) {
    /** Copies the list. */
    public OrgView {
        adminNames = List.copyOf(adminNames);
    }
}
