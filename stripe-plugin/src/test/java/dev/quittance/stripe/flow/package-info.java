/** Tests of the whole way, from the request to the receipt, on both databases. */
@NullMarked
package dev.quittance.stripe.flow;

import org.jspecify.annotations.NullMarked;
