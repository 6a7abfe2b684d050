package dev.quittance.emulator.balance;

/** What a debit of a US bank account costs, in cents. */
final class BankDebitFees {
    /** For a debit that the bank refuses. */
    static final long FAILED_MINOR = 400;

    private static final long PER_MILLE = 8;
    private static final long CAP_MINOR = 500;

    private BankDebitFees() {}

    /** The share of an amount, rounded half up to a cent, at most the cap. */
    static long feeMinor(long amountMinor) {
        return Math.min(CAP_MINOR, Math.addExact(Math.multiplyExact(amountMinor, PER_MILLE), 500) / 1000);
    }
}
