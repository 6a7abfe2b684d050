/**
 * Somebody is told where work stands still: what waits, since when, from when on that is too long, and which words an admin gets.
 * Knows the rooms that keep the work. Start at {@link dev.quittance.stripe.watch.Watch}.
 */
@NullMarked
package dev.quittance.stripe.watch;

import org.jspecify.annotations.NullMarked;
