/**
 * What happened to the host's records, told to the plugins. Depends on {@code event}. Start at
 * {@link dev.quittance.platform.record.RecordEvents}.
 */
@NullMarked
package dev.quittance.platform.record;

import org.jspecify.annotations.NullMarked;
