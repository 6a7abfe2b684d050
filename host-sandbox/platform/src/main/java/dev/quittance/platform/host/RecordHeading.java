package dev.quittance.platform.host;

/**
 * How a record is named above an action on it. Immutable and thread-safe.
 *
 * @param title what people call it
 * @param href the path of its page in the host, for example {@code /project/42}
 */
public record RecordHeading(String title, String href) {}
