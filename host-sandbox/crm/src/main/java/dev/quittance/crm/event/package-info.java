/**
 * What happened to records, written down in the transaction that changed them and told to the plugins afterwards. Stands on
 * {@code storage}. Start at {@link dev.quittance.crm.event.RecordNews}.
 */
@NullMarked
package dev.quittance.crm.event;

import org.jspecify.annotations.NullMarked;
