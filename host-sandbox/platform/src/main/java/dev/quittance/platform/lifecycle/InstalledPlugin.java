package dev.quittance.platform.lifecycle;

/**
 * A plugin and where it stands. Immutable and thread-safe.
 *
 * @param id its id
 * @param name its name for people
 * @param version its version
 * @param state where it stands
 * @param reason why it failed; empty otherwise
 */
public record InstalledPlugin(String id, String name, String version, State state, String reason) {

    /** Where a plugin stands. */
    public enum State {
        /** Its pages, hooks and jobs are on. */
        ENABLED,
        /** Unpacked and off; its data is kept. */
        DISABLED,
        /** It was to be enabled and could not. */
        FAILED
    }
}
