package dev.quittance.crm.screen;

import dev.quittance.crm.activity.Activities;
import dev.quittance.crm.identity.Staff;
import dev.quittance.crm.record.ClientChanges;
import dev.quittance.crm.record.Contacts;
import dev.quittance.crm.record.ProjectChanges;
import dev.quittance.crm.storage.RowIds;
import dev.quittance.crm.token.Tokens;
import dev.quittance.platform.screen.FlashCookie;

/**
 * What the pages change things with.
 *
 * @param clients enters, corrects and merges clients
 * @param contacts the people at clients
 * @param projects enters projects and moves them on
 * @param activities who did what
 * @param staff the users of an organisation
 * @param tokens what lets programs in
 * @param ids names new records
 * @param flash carries what was just done over a redirect
 */
public record Workroom(
        ClientChanges clients,
        Contacts contacts,
        ProjectChanges projects,
        Activities activities,
        Staff staff,
        Tokens tokens,
        RowIds ids,
        FlashCookie flash) {}
