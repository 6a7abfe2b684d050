/** Endpoints, and how events are brought to them. Depends on events. */
@NullMarked
package dev.quittance.emulator.webhook;

import org.jspecify.annotations.NullMarked;
