/**
 * The sandbox's mailboxes: takes every mail over SMTP and keeps it as a file. Stands on nothing else here. Start at
 * {@link dev.quittance.crm.inbox.Inbox}.
 */
@NullMarked
package dev.quittance.crm.inbox;

import org.jspecify.annotations.NullMarked;
