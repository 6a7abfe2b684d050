package dev.quittance.crm.seed;

import dev.quittance.crm.books.Books;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoices;
import dev.quittance.crm.record.Projects;
import java.util.List;

/** Enters what a sandbox begins with. Safe to repeat: what is there is left as it is. */
public final class Seed {
    private Seed() {}

    /**
     * Where records are entered.
     *
     * @param clients the clients
     * @param projects the projects
     * @param invoices the invoices
     * @param books what was paid on them
     */
    public record Shelves(Clients clients, Projects projects, Invoices invoices, Books books) {}

    /** Enters the organisations and their users. */
    public static void enterPeople(People people) {
        SeedPeople.enter(people);
    }

    /**
     * Enters the demo clients, projects and invoices, and what their clients paid by bank and check in those years; the people must
     * be there. No result of the payments plugin is among them.
     */
    public static void enterRecords(Shelves shelves) {
        new SeedRecords(shelves.clients(), shelves.projects()).enter();
        new SeedInvoices(shelves.invoices(), shelves.books()).enter();
    }

    /** The users' logins: office, technician and admin of one organisation, then of the other. */
    public static List<Login> logins() {
        return SeedPeople.logins();
    }
}
