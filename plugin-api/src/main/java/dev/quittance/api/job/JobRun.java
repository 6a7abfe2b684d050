package dev.quittance.api.job;

/**
 * One run of a job. Immutable and thread-safe.
 *
 * @param key which work; empty for a run by schedule
 * @param attempt 1 for the first try
 */
public record JobRun(String key, int attempt) {}
