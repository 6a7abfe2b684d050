/**
 * The composition root: builds every object once and hands out the extensions. The only package that sees all others. Start at
 * {@link dev.quittance.stripe.StripePaymentsPlugin}.
 */
@NullMarked
package dev.quittance.stripe;

import org.jspecify.annotations.NullMarked;
