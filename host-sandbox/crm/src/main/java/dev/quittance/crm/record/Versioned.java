package dev.quittance.crm.record;

/**
 * A record as it was read, with the count of its changes so far: whoever changes it says which count they saw.
 *
 * @param record as it was read
 * @param version how often it had been changed
 */
public record Versioned<T>(T record, long version) {}
