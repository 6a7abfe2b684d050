/**
 * Figures about what the platform does, for the host's registry; depends on nothing. No ids of records or people, addresses or
 * names go into tags. Start at {@link dev.quittance.platform.meter.Meters}.
 */
@NullMarked
package dev.quittance.platform.meter;

import org.jspecify.annotations.NullMarked;
