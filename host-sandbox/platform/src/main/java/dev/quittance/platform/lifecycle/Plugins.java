package dev.quittance.platform.lifecycle;

import java.nio.file.Path;
import java.util.List;

/** The plugins of an installation. Thread-safe: one change at a time, calls into plugins go on meanwhile. */
public interface Plugins {

    /**
     * Verifies and unpacks a zip and notes it in the database; it is not enabled yet, except where an older version of it was: then
     * the new one takes its place. The same zip again changes nothing.
     *
     * @throws InstallException if it is not a plugin that could run here
     */
    InstalledPlugin install(Path zip);

    /**
     * Migrates the plugin's schema, builds it and switches it on. Enabled already, it changes nothing.
     *
     * @throws InstallException if it cannot be; the plugin is then {@code FAILED} and off
     */
    InstalledPlugin enable(String id);

    /** Lets calls in flight end, for a bounded time, and switches the plugin off. Its data is kept. Off already, it changes nothing. */
    InstalledPlugin disable(String id);

    /** All of them, by id. */
    List<InstalledPlugin> list();
}
