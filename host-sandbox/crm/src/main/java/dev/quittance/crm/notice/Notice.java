package dev.quittance.crm.notice;

import java.time.Instant;

/**
 * News as one user sees it.
 *
 * @param key names it within the organisation
 * @param tone {@code neutral}, {@code info}, {@code good}, {@code warning} or {@code danger}
 * @param words the news, in the organisation's language
 * @param address a path within the CRM; empty if it leads nowhere
 * @param createdAt when it was told
 * @param read whether this user has seen it
 */
public record Notice(String key, String tone, String words, String address, Instant createdAt, boolean read) {}
