package dev.quittance.trials.simulation;

import java.util.Set;
import java.util.TreeSet;

/** One call into the plugin, as long as it lasts: tells at which point of the checkout flow it is. */
final class CallFrame {
    /** The payer's click on the pay page. */
    static final String PAY = "pay.submit";

    private final String label;
    private final long disturbancesBefore;
    private final Set<String> tablesRead = new TreeSet<>();
    private boolean sessionAnswered;
    private int writes;
    private int callsOut;

    CallFrame(String label, long disturbancesBefore) {
        this.label = label;
        this.disturbancesBefore = disturbancesBefore;
    }

    String label() {
        return label;
    }

    boolean isPayersClick() {
        return label.equals(PAY);
    }

    /** The fault counter as it stood when the call began. */
    long disturbancesBefore() {
        return disturbancesBefore;
    }

    /** Stripe has answered the making of a session; the answer is not committed yet. */
    void sessionAnswered() {
        sessionAnswered = true;
    }

    void calledOut() {
        callsOut++;
    }

    void committed(Transaction transaction) {
        if (transaction.writes()) {
            writes++;
        }
        if (transaction.updatesOperation()) {
            sessionAnswered = false;
        }
    }

    void reads(Set<String> tables) {
        tablesRead.addAll(tables);
    }

    Set<String> tablesRead() {
        return tablesRead;
    }

    /** How many transactions that changed something were committed in it. */
    int writes() {
        return writes;
    }

    int callsOut() {
        return callsOut;
    }

    CrashPoint beforeCommit(Transaction transaction) {
        if (isPayersClick() && transaction.insertsOperation()) {
            return CrashPoint.BEFORE_OPERATION_COMMIT;
        }
        return sessionAnswered && transaction.updatesOperation()
                ? CrashPoint.BEFORE_ANSWER_COMMIT
                : CrashPoint.BEFORE_OTHER_COMMIT;
    }

    CrashPoint afterCommit(Transaction transaction) {
        if (isPayersClick() && transaction.insertsOperation()) {
            return CrashPoint.AFTER_OPERATION_COMMIT;
        }
        return sessionAnswered && transaction.updatesOperation()
                ? CrashPoint.AFTER_ANSWER_COMMIT
                : CrashPoint.AFTER_OTHER_COMMIT;
    }
}
