/** Tests of the books. */
@NullMarked
package dev.quittance.stripe.ledger;

import org.jspecify.annotations.NullMarked;
