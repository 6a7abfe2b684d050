/**
 * The host's services as a plugin gets them: one set for each time it is enabled, revoked when it is disabled. Depends on
 * {@code extension}, {@code jobs}, {@code payment}, {@code render}. Start at {@link dev.quittance.platform.service.PluginContexts}.
 */
@NullMarked
package dev.quittance.platform.service;

import org.jspecify.annotations.NullMarked;
