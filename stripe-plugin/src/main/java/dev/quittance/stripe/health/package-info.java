/**
 * How the line to Stripe fares, for those who may mend it: what came, what is stuck, which calls have no answer. Start at
 * {@link dev.quittance.stripe.health.HealthPage}.
 */
@NullMarked
package dev.quittance.stripe.health;

import org.jspecify.annotations.NullMarked;
