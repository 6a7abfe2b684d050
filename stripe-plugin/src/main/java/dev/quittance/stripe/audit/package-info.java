/**
 * Who did what, when: written with the change itself, never changed, and sealed into a chain of hashes. Depends on {@code storage}
 * only. Start at {@link dev.quittance.stripe.audit.Audit}.
 */
@NullMarked
package dev.quittance.stripe.audit;

import org.jspecify.annotations.NullMarked;
