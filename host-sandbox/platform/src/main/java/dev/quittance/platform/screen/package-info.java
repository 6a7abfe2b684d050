/**
 * What plugins show on the host's own pages: actions, related lists, links. Depends on {@code extension} and {@code render}.
 * Start at {@link dev.quittance.platform.screen.Screens}.
 */
@NullMarked
package dev.quittance.platform.screen;

import org.jspecify.annotations.NullMarked;
