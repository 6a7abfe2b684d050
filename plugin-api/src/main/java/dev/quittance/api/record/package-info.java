/**
 * The host's records as plugins see them: read-only views. Start at {@link dev.quittance.api.record.Records}.
 */
@NullMarked
package dev.quittance.api.record;

import org.jspecify.annotations.NullMarked;
