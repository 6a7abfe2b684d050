package dev.quittance.crm.notice;

/**
 * News to be told.
 *
 * @param key the same whenever it is told again
 * @param tone {@code neutral}, {@code info}, {@code good}, {@code warning} or {@code danger}
 * @param words the news, in the organisation's language
 * @param address a path within the CRM; empty if it leads nowhere
 */
public record NewNotice(String key, String tone, String words, String address) {}
