package dev.quittance.crm.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job, or a service call.
 *
 * @param org whose project
 * @param id unique within the organisation
 * @param clientId whom it is for
 * @param clientName their name
 * @param name what people call it
 * @param stage where it stands
 * @param currency ISO 4217, upper case, of all money on it
 * @param contractTotal what was agreed; empty for a service call without a contract
 * @param createdAt since when the CRM knows it
 */
public record Project(
        OrgId org,
        UUID id,
        UUID clientId,
        String clientName,
        String name,
        Stage stage,
        String currency,
        Optional<Money> contractTotal,
        Instant createdAt) {}
