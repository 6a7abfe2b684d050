/**
 * Receipts: what the customer is sent when the money came. Knows payments and requests. Start at
 * {@link dev.quittance.stripe.receipt.ReceiptMail}.
 */
@NullMarked
package dev.quittance.stripe.receipt;

import org.jspecify.annotations.NullMarked;
