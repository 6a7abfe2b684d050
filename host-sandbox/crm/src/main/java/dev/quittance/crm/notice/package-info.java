/**
 * News for users, kept once under its key and marked as read by each user. Stands on {@code storage}. Start at
 * {@link dev.quittance.crm.notice.Notices}.
 */
@NullMarked
package dev.quittance.crm.notice;

import org.jspecify.annotations.NullMarked;
