package dev.quittance.crm.identity;

import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
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
    private final Failures failures;

    /** Looks users up here, and counts failures in the same database for all nodes. */
    public SignIns(Database database, People people, Passwords passwords, Clock clock, RowIds ids) {
        this.people = people;
        this.passwords = passwords;
        this.failures = new Failures(database, clock, ids);
    }

    /** Compares login and password. The time it takes does not tell whether the login exists. */
    public SignInResult signIn(String login, String password, String remoteAddress) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        Failures.Noted ofLogin = failures.note("login " + key, FAILURES_PER_LOGIN);
        Failures.Noted ofAddress = failures.note("address " + remoteAddress, FAILURES_PER_ADDRESS);
        Duration wait = longer(ofLogin.pause(), ofAddress.pause());
        if (!wait.isZero()) {
            failures.takeBack(ofLogin.id());
            failures.takeBack(ofAddress.id());
            return new SignInResult.TooMany(wait);
        }
        Optional<Credential> credential = people.findCredential(key);
        if (credential.isEmpty()) {
            passwords.compareInVain(password);
        } else if (passwords.matches(password, credential.get().passwordHash())) {
            failures.forget("login " + key);
            failures.takeBack(ofAddress.id());
            return new SignInResult.Accepted(credential.get().user());
        }
        return new SignInResult.Refused();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
