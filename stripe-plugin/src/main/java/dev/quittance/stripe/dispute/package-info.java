/**
 * Disputes: what a customer's bank questions or takes back. Stripe decides and moves the money; here it is read, booked once, shown and
 * told.
 */
@NullMarked
package dev.quittance.stripe.dispute;

import org.jspecify.annotations.NullMarked;
