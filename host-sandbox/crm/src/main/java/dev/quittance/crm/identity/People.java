package dev.quittance.crm.identity;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Organisations and their users. Thread-safe. */
public final class People {
    private final PeopleRepository repository;
    private final Clock clock;

    /** Keeps them in this database. */
    public People(Database database, Clock clock) {
        this.repository = new PeopleRepository(database);
        this.clock = clock;
    }

    /** The organisation, or empty if there is none by that id. */
    public Optional<Organisation> findOrganisation(OrgId org) {
        return repository.findOrganisation(org);
    }

    /** The names of those in a role, in alphabetical order. */
    public List<String> listNames(OrgId org, Role role) {
        return repository.listNames(org, role);
    }

    /** Whether the organisation was new; one that is there is left as it is. */
    public boolean addIfNew(Organisation org) {
        return repository.addIfNew(org, clock.instant());
    }

    /**
     * Whether the user was new; one who is there is left as they are.
     *
     * @param passwordHash as {@link Passwords#hash} makes it
     */
    public boolean addIfNew(User user, String passwordHash) {
        return repository.addIfNew(user, passwordHash, clock.instant());
    }

    /** The user, or empty if the organisation has none by that id, or has them no more. */
    public Optional<User> findUser(OrgId org, UUID id) {
        return repository.findUser(org, id);
    }

    Optional<Credential> findCredential(String login) {
        return repository.findCredential(login.strip().toLowerCase(Locale.ROOT));
    }
}
