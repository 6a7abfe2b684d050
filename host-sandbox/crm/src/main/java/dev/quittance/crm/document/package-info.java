/**
 * What a customer gets in the hand: an invoice as a page of paper, as PDF and as mail. Stands on {@code web}'s templates; knows nothing
 * of where the words come from. Start at {@link dev.quittance.crm.document.InvoicePaper}.
 */
@NullMarked
package dev.quittance.crm.document;

import org.jspecify.annotations.NullMarked;
