package dev.quittance.platform.bounce;

import dev.quittance.api.host.MailReturn;

/**
 * A mail that came back, and whose it was. Immutable and thread-safe.
 *
 * @param pluginId which plugin sent it
 * @param mail what that plugin is told
 */
public record ReturnedMail(String pluginId, MailReturn mail) {}
