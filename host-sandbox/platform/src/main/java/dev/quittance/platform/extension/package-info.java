/**
 * Running plugins and the one way to call them: with their class loader, a time limit, a count of calls in flight, and faults
 * kept from the caller. Depends on the plugin API and {@code meter}. Start at {@link dev.quittance.platform.extension.Calls}.
 */
@NullMarked
package dev.quittance.platform.extension;

import org.jspecify.annotations.NullMarked;
