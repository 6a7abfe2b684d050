package dev.quittance.crm.record;

import dev.quittance.api.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * What people enter about a new project.
 *
 * @param clientId whom it is for
 * @param name what people call it
 * @param currency ISO 4217, upper case, of all money on it
 * @param contractTotal what was agreed, in that currency; empty for a service call
 */
public record ProjectEntry(UUID clientId, String name, String currency, Optional<Money> contractTotal) {}
