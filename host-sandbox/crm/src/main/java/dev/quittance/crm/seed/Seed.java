package dev.quittance.crm.seed;

import dev.quittance.crm.identity.People;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Projects;
import java.util.List;

/** Enters what a sandbox begins with. Safe to repeat: what is there is left as it is. */
public final class Seed {
    private Seed() {}

    /** Enters the organisations and their users. */
    public static void enterPeople(People people) {
        SeedPeople.enter(people);
    }

    /** Enters the demo clients and projects; the people must be there. */
    public static void enterRecords(Clients clients, Projects projects) {
        new SeedRecords(clients, projects).enter();
    }

    /** The users' logins: office, technician and admin of one organisation, then of the other. */
    public static List<Login> logins() {
        return SeedPeople.logins();
    }
}
