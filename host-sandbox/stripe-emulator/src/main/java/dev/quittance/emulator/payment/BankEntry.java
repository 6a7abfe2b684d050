package dev.quittance.emulator.payment;

/**
 * A bank account in the United States as it was entered, checked.
 *
 * @param bank which test account it is
 * @param holderType {@code individual} or {@code company}
 * @param accountType {@code checking} or {@code savings}
 * @param verified whether the payer proved at once that it is theirs; else small deposits prove it
 */
public record BankEntry(TestBank bank, String holderType, String accountType, boolean verified) {}
