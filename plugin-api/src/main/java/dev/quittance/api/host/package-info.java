/**
 * What the host does for a plugin: HTTP out, mail, notifications, sealing of secrets, addresses, a database. Start at {@link dev.quittance.api.PluginContext}.
 */
@NullMarked
package dev.quittance.api.host;

import org.jspecify.annotations.NullMarked;
