package dev.quittance.emulator.payment;

/**
 * What a payer typed, checked; of the card only what may be kept.
 *
 * @param card which test card it is
 */
public record CardEntry(TestCard card, int expMonth, int expYear, String email, String name) {}
