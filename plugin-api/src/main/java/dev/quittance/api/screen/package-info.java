/**
 * The places in the host where a plugin may show something. Start at {@link dev.quittance.api.screen.RecordAction}.
 */
@NullMarked
package dev.quittance.api.screen;

import org.jspecify.annotations.NullMarked;
