package dev.quittance.stripe.operation;

import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestHost;

/** Where the process ends while an operation is performed: each commit and each side of the call. */
enum CrashPoint {
    BEFORE_SENT_IS_COMMITTED {
        @Override
        void arm(TestHost host) {
            host.source().crashBeforeCommit(1);
        }
    },
    AFTER_SENT_IS_COMMITTED {
        @Override
        void arm(TestHost host) {
            host.source().crashAfterCommit(1);
        }
    },
    BEFORE_THE_CALL {
        @Override
        void arm(TestHost host) {
            host.outgoing().plan("POST", Fault.CRASH_BEFORE);
        }
    },
    AFTER_THE_CALL {
        @Override
        void arm(TestHost host) {
            host.outgoing().plan("POST", Fault.CRASH_AFTER);
        }
    },
    BEFORE_THE_ANSWER_IS_COMMITTED {
        @Override
        void arm(TestHost host) {
            host.source().crashBeforeCommit(2);
        }
    },
    AFTER_THE_ANSWER_IS_COMMITTED {
        @Override
        void arm(TestHost host) {
            host.source().crashAfterCommit(2);
        }
    };

    abstract void arm(TestHost host);
}
