/** Tests of the calls to Stripe. */
@NullMarked
package dev.quittance.stripe.gateway;

import org.jspecify.annotations.NullMarked;
