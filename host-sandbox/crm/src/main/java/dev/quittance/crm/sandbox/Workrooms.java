package dev.quittance.crm.sandbox;

import dev.quittance.crm.activity.Activities;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.identity.Passwords;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Staff;
import dev.quittance.crm.record.ClientChanges;
import dev.quittance.crm.record.Contacts;
import dev.quittance.crm.record.Journal;
import dev.quittance.crm.record.ProjectChanges;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.screen.Workroom;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
import dev.quittance.crm.token.Tokens;
import dev.quittance.platform.screen.FlashCookie;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts together what the pages change things with. */
final class Workrooms {
    private Workrooms() {}

    /**
     * What it is made from.
     *
     * @param people organisations and users
     * @param passwords hashes them
     * @param ids names new rows
     * @param random not predictable
     */
    record Makings(People people, Passwords passwords, RowIds ids, SecureRandom random) {}

    static Workroom of(Crm.Ground ground, Makings makings) {
        Database database = ground.database();
        Clock clock = ground.clock();
        RowIds ids = makings.ids();
        Activities activities = new Activities(database);
        Journal journal = new Journal(database, new RecordNews(ids, clock), activities, clock, ids);
        return new Workroom(
                new ClientChanges(journal),
                new Contacts(journal),
                new ProjectChanges(journal, new Projects(database)),
                activities,
                new Staff(database, makings.passwords(), clock),
                new Tokens(database, makings.people(), clock, ids, makings.random()),
                ids,
                new FlashCookie(ground.publicUrl()));
    }
}
