/**
 * What goes wrong on demand: rules of a developer's, and Stripe's own limits. Everything in it follows from the rules, their
 * seeds and the clock. Depends on the API, on webhooks and on the store.
 */
@NullMarked
package dev.quittance.emulator.fault;

import org.jspecify.annotations.NullMarked;
