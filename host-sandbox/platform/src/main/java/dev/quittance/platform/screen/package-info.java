/**
 * What plugins show on the host's own pages: actions, related lists, panels, badges, links. Depends on {@code extension}, {@code host} and {@code render}.
 * Start at {@link dev.quittance.platform.screen.Screens}.
 */
@NullMarked
package dev.quittance.platform.screen;

import org.jspecify.annotations.NullMarked;
