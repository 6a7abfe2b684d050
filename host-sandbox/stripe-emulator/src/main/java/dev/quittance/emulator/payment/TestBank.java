package dev.quittance.emulator.payment;

import java.util.Arrays;
import java.util.Optional;

/** Stripe's test bank accounts in the United States, and what comes of a debit. Only the last four digits leave. */
public enum TestBank {
    SUCCESS("000123456789", "success", Fate.PAYS, ""),
    ACCOUNT_CLOSED("000111111113", "accountClosed", Fate.FAILS, "account_closed"),
    NO_ACCOUNT("000111111116", "noAccount", Fate.FAILS, "no_account"),
    INSUFFICIENT_FUNDS("000222222227", "insufficientFunds", Fate.FAILS, "insufficient_funds"),
    NOT_AUTHORIZED("000333333335", "debitNotAuthorized", Fate.FAILS, "debit_not_authorized"),
    INVALID_CURRENCY("000444444440", "invalidCurrency", Fate.FAILS, "payment_method_currency_mismatch"),
    DEPOSITS_FAIL("000666666661", "microdepositsFail", Fate.PAYS, ""),
    DISPUTED("000555555559", "dispute", Fate.PAYS_THEN_DISPUTED, ""),
    STAYS_PROCESSING("000000000009", "processing", Fate.NEVER_ENDS, ""),
    BLOCKED("000000004954", "riskLevelHighest", Fate.BLOCKED, "fraudulent"),
    WEEKLY_LIMIT("000777777771", "weeklyLimitExceeded", Fate.LIMITED, "charge_exceeds_source_limit"),
    DEACTIVATED("000888888885", "tokenizedAccountNumberDeactivated", Fate.FAILS, "bank_account_unusable");

    /** The routing number of Stripe's test bank. */
    public static final String ROUTING_NUMBER = "110000000";

    static final String NAME = "STRIPE TEST BANK";

    /** What comes of a debit. */
    enum Fate {
        PAYS,
        PAYS_THEN_DISPUTED,
        FAILS,
        NEVER_ENDS,
        /** Radar refuses it at once. */
        BLOCKED,
        /** More than may be taken from it in a week: refused at once. */
        LIMITED
    }

    private final String number;
    private final String apiName;
    private final Fate fate;
    private final String reason;

    TestBank(String number, String apiName, Fate fate, String reason) {
        this.number = number;
        this.apiName = apiName;
        this.fate = fate;
        this.reason = reason;
    }

    public static Optional<TestBank> find(String digits) {
        return Arrays.stream(values())
                .filter(bank -> bank.number.equals(digits))
                .findFirst();
    }

    /** By {@code pm_usBankAccount_…}. */
    static Optional<TestBank> findByApiName(String id) {
        return Arrays.stream(values())
                .filter(bank -> id.equals("pm_usBankAccount_" + bank.apiName))
                .findFirst();
    }

    Fate fate() {
        return fate;
    }

    /** The failure's code; empty where nothing fails. */
    String reason() {
        return reason;
    }

    /** Whether a debit of it is disputed once it was paid. */
    public boolean isDisputed() {
        return fate == Fate.PAYS_THEN_DISPUTED;
    }

    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** For the page that lists them to developers. */
    public String numberForDevelopers() {
        return number;
    }
}
