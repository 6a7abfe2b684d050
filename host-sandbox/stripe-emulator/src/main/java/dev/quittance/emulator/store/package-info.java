/** What is kept: objects as JSON, all changes of one turn or none. Depends on the wire format and the journal; start at {@link dev.quittance.emulator.store.Turn}. */
@NullMarked
package dev.quittance.emulator.store;

import org.jspecify.annotations.NullMarked;
