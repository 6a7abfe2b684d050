/**
 * The pay link in an invoice's document: one address for the life of the invoice, and behind it a standing request for what is
 * left. Knows requests and payments. Start at {@link dev.quittance.stripe.document.Documents}.
 */
@NullMarked
package dev.quittance.stripe.document;

import org.jspecify.annotations.NullMarked;
