/**
 * The host's own books are told what came for its records and what is still expected. Knows payments and requests. Start at
 * {@link dev.quittance.stripe.settlement.SettlementNews}.
 */
@NullMarked
package dev.quittance.stripe.settlement;

import org.jspecify.annotations.NullMarked;
