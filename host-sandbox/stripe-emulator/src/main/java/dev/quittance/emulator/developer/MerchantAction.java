package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.util.function.Predicate;

/**
 * Something that happens to an object by the hand of somebody who has no API for it: a payer who disputes, a bank that
 * settles. It gets a button.
 *
 * @param name as it stands in the address
 * @param on the kind of object
 * @param button what the button says
 * @param fits whether an object can have it done
 */
public record MerchantAction(String name, Kind on, String button, Predicate<ObjectNode> fits, Work work) {
    /** What happens. */
    @FunctionalInterface
    public interface Work {
        void carryOut(Turn turn, ObjectNode object);
    }
}
