package dev.quittance.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/** A kind of work that the host does by itself. Must be thread-safe. */
public interface HostTask {

    /** Names the kind; never changes. */
    String name();

    /**
     * Does the work for a key.
     *
     * @param key which work
     * @param attempt 1 for the first try
     * @throws Exception to be run again after a growing pause
     */
    Next run(String key, int attempt) throws Exception;

    /** The longest pause after a failure, for this key. */
    Duration longestPause(String key);

    /**
     * What comes after a run.
     *
     * @param kind whether there is a next run
     * @param at when
     */
    record Next(Kind kind, Instant at) {
        /** Whether there is a next run. */
        public enum Kind {
            /** No more of it. */
            DONE,
            /** The same work again, as it recurs. */
            RECUR,
            /** It could not be done yet. */
            WAIT
        }

        /** No more of it. */
        public static Next done() {
            return new Next(Kind.DONE, Instant.EPOCH);
        }

        /** The same again at this moment. */
        public static Next recur(Instant at) {
            return new Next(Kind.RECUR, at);
        }

        /** Not done yet: look again at this moment. */
        public static Next await(Instant at) {
            return new Next(Kind.WAIT, at);
        }
    }
}
