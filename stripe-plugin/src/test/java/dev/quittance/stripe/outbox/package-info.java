/** Tests of delivery. */
@NullMarked
package dev.quittance.stripe.outbox;

import org.jspecify.annotations.NullMarked;
