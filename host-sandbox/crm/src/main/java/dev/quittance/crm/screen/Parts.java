package dev.quittance.crm.screen;

import dev.quittance.crm.books.Books;
import dev.quittance.crm.document.InvoiceMailer;
import dev.quittance.crm.document.InvoicePdf;
import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.SignIns;
import dev.quittance.crm.inbox.Inbox;
import dev.quittance.crm.notice.Notices;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoices;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.web.SessionCookies;
import dev.quittance.crm.web.Templates;
import dev.quittance.platform.Platform;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What the pages are made from.
 *
 * @param work what the pages change things with
 * @param signIns lets people in
 * @param sessions who is in
 * @param cookies what browsers keep
 * @param clients the clients
 * @param projects the projects
 * @param invoices the invoices
 * @param books what was paid on them
 * @param notices the news
 * @param inbox the mail
 * @param clock time
 * @param pdf prints documents
 * @param mailer sends documents
 * @param platform what plugins show
 * @param chromes what stands around a page
 * @param templates renders
 */
public record Parts(
        Workroom work,
        SignIns signIns,
        Sessions sessions,
        SessionCookies cookies,
        Clients clients,
        Projects projects,
        Invoices invoices,
        Books books,
        Notices notices,
        Inbox inbox,
        Clock clock,
        InvoicePdf pdf,
        InvoiceMailer mailer,
        Supplier<Platform> platform,
        Chromes chromes,
        Templates templates) {
    /** Which day it is in this time zone. */
    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
