/**
 * Amounts of money in minor units, and what Stripe allows for each currency. Knows nothing else of the API. Start at {@link dev.quittance.api.money.Money}.
 */
@NullMarked
package dev.quittance.api.money;

import org.jspecify.annotations.NullMarked;
