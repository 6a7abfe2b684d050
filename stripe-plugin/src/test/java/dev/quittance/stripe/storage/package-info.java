/** Tests of transactions. */
@NullMarked
package dev.quittance.stripe.storage;

import org.jspecify.annotations.NullMarked;
