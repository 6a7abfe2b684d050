package dev.quittance.emulator.payment;

import java.util.Optional;

/**
 * A card as it was entered, checked; of the card only what may be kept.
 *
 * @param card which test card it is
 * @param securityCode whether its security code was sent
 * @param wallet the wallet that it came from, such as {@code apple_pay}
 */
public record CardEntry(TestCard card, int expMonth, int expYear, boolean securityCode, Optional<String> wallet) {
    /** As typed into a page. */
    public static CardEntry typed(TestCard card, int expMonth, int expYear) {
        return new CardEntry(card, expMonth, expYear, true, Optional.empty());
    }

    /** As a wallet hands it over. */
    public static CardEntry fromWallet(TestCard card, String wallet, int expYear) {
        return new CardEntry(card, 12, expYear, false, Optional.of(wallet));
    }
}
