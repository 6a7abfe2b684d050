package dev.quittance.platform.lifecycle;

/**
 * A row of the table of plugins.
 *
 * @param id the plugin
 * @param version the version that is installed
 * @param directory where it is unpacked, below its id
 * @param state where it stands
 * @param reason why it failed, else empty
 */
record PluginRecord(String id, String version, String directory, InstalledPlugin.State state, String reason) {}
