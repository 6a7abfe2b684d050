/**
 * The language spoken with callers: form-encoded parameters in, JSON and Stripe's error shape out. Depends on Jackson
 * alone and knows no object of Stripe's. Start at {@link dev.quittance.emulator.wire.Form}.
 */
@NullMarked
package dev.quittance.emulator.wire;

import org.jspecify.annotations.NullMarked;
