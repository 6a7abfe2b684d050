package dev.quittance.stripe.hold;

import dev.quittance.stripe.installation.Hold;

/**
 * A hold as it stands. Immutable and thread-safe.
 *
 * @param hold what was noticed
 * @param caughtUp whether everything that Stripe did before it began has been looked at
 * @param calls how many calls that move money wait, counted no further than a person reads
 * @param effects how many mails to customers, and refunds that the plugin makes by itself, wait; counted likewise
 */
public record HoldState(Hold hold, boolean caughtUp, int calls, int effects) {}
