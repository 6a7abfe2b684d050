package dev.quittance.api.screen;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Text;
import java.net.URI;
import java.util.Objects;

/**
 * A link for a document. Immutable and thread-safe.
 *
 * @param label the words on it: verb and object
 * @param address where it leads, absolute; whoever has it can pay, so it is printed for the customer and logged nowhere
 * @param amount what is asked for there now
 */
public record DocumentLinkView(Text label, URI address, Money amount) {
    /** Refuses null. */
    public DocumentLinkView {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(amount, "amount");
    }

    /** Without the address, which is a key. */
    @Override
    public String toString() {
        return "DocumentLinkView[" + amount + "]";
    }
}
