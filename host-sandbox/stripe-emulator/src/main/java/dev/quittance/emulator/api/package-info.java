/** The way in over {@code /v1}: keys, routes, parameters, lists, expansions, idempotency. Knows no object in particular; each feature brings its own routes. */
@NullMarked
package dev.quittance.emulator.api;

import org.jspecify.annotations.NullMarked;
