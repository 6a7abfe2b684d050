/**
 * A host for tests: a clock that is set, seeded ids, a real database, Stripe in process, and faults on the way. Everything that
 * lasts lies in the host, so a test builds a new object graph on it to play a restart. Start at
 * {@link dev.quittance.stripe.testhost.TestHost}.
 */
@NullMarked
package dev.quittance.stripe.testhost;

import org.jspecify.annotations.NullMarked;
