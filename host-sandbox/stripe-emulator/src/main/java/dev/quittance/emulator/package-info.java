/**
 * A local Stripe: objects, money, events and hosted pages, kept in a journal. It is an independent witness, so it depends
 * on nothing of Quittance and on no Stripe library; only the JDK, Jackson and its own sub-packages. The core has no
 * sockets, no threads and no time of its own.
 *
 * <p>Start reading at {@link dev.quittance.emulator.LocalStripe}; what a payer does is in {@code Checkout}, what is kept
 * is in {@code Store}.
 */
@NullMarked
package dev.quittance.emulator;

import org.jspecify.annotations.NullMarked;
