package dev.quittance.platform.screen;

import dev.quittance.api.money.Money;

/**
 * A link to put into a document for a customer, with a QR code of the same address. Immutable and thread-safe.
 *
 * @param label its words in the organisation's language, to be escaped
 * @param address where it leads, absolute; a key to the payment: shown to staff and the customer, logged nowhere
 * @param amount what is asked for there now
 */
public record DocumentLinkCard(String label, String address, Money amount) {
    /** Without the address. */
    @Override
    public String toString() {
        return "DocumentLinkCard[" + amount + "]";
    }
}
