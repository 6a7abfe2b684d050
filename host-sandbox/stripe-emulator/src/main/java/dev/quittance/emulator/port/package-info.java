/** What the core takes from its shell and gives back to it: calls, answers, deliveries, time and chance. Depends on nothing but the journal. */
@NullMarked
package dev.quittance.emulator.port;

import org.jspecify.annotations.NullMarked;
