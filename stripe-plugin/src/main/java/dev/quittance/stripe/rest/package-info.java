/**
 * The REST interface, mounted by the host at {@code /api/plugins/stripe-payments}: what programs see and may do, by the same rules as
 * the pages. Records whose names end in {@code View}, {@code Page} or {@code Problem} are the wire format: their components are named as
 * the JSON is, fields may be added and never change their meaning. May use everything below. Start at
 * {@link dev.quittance.stripe.rest.PaymentsRest}.
 */
@NullMarked
package dev.quittance.stripe.rest;

import org.jspecify.annotations.NullMarked;
