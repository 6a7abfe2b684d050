package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody settled on: type, amount and words. Immutable.
 *
 * @param type what it is within the life of the record
 * @param percent the share of the contract that gave the amount, if one did
 * @param amount what is asked for
 * @param description what the customer reads
 */
record RequestTerms(RequestType type, Optional<BigDecimal> percent, Money amount, String description) {}
