/**
 * Embeds plugins into a host: the composition root of everything below. It may use every package of the platform. Start at
 * {@link dev.quittance.platform.Platform}.
 */
@NullMarked
package dev.quittance.platform;

import org.jspecify.annotations.NullMarked;
