package dev.quittance.crm.identity;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {
    /** Whichever it is, made into something else. */
    <T> T fold(Function<User, T> accepted, Supplier<T> refused, Function<Duration, T> tooMany);

    /** They are who they say. */
    record Accepted(User user) implements SignInResult {
        @Override
        public <T> T fold(Function<User, T> accepted, Supplier<T> refused, Function<Duration, T> tooMany) {
            return accepted.apply(user);
        }
    }

    /** No such user, or another password: the answer does not tell which. */
    record Refused() implements SignInResult {
        @Override
        public <T> T fold(Function<User, T> accepted, Supplier<T> refused, Function<Duration, T> tooMany) {
            return refused.get();
        }
    }

    /**
     * Too many failures; not even looked at.
     *
     * @param pause how long until the next try
     */
    record TooMany(Duration pause) implements SignInResult {
        @Override
        public <T> T fold(Function<User, T> accepted, Supplier<T> refused, Function<Duration, T> tooMany) {
            return tooMany.apply(pause);
        }
    }
}
