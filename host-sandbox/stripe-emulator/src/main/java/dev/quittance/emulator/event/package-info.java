/** What happened, as it is told and listed. Depends on the store and the API. */
@NullMarked
package dev.quittance.emulator.event;

import org.jspecify.annotations.NullMarked;
