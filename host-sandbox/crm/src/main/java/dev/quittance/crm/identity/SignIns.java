package dev.quittance.crm.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Lets people in by login and password, and slows down whoever guesses. Thread-safe. */
public final class SignIns {
    /** Enough for somebody who has forgotten which of their passwords it was. */
    static final int FAILURES_PER_LOGIN = 10;
    /** An office shares one address. */
    static final int FAILURES_PER_ADDRESS = 50;

    private final People people;
    private final Passwords passwords;
    private final Failures byLogin;
    private final Failures byAddress;

    /** Looks users up here. */
    public SignIns(People people, Passwords passwords, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.byLogin = new Failures(clock, FAILURES_PER_LOGIN);
        this.byAddress = new Failures(clock, FAILURES_PER_ADDRESS);
    }

    /** Compares login and password. The time it takes does not tell whether the login exists. */
    public SignInResult signIn(String login, String password, String remoteAddress) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        Duration wait = longer(byLogin.waitFor(key), byAddress.waitFor(remoteAddress));
        if (!wait.isZero()) {
            return new SignInResult.TooMany(wait);
        }
        Optional<Credential> credential = people.findCredential(key);
        if (credential.isEmpty()) {
            passwords.compareInVain(password);
        } else if (passwords.matches(password, credential.get().passwordHash())) {
            byLogin.forget(key);
            return new SignInResult.Accepted(credential.get().user());
        }
        byLogin.add(key);
        byAddress.add(remoteAddress);
        return new SignInResult.Refused();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
