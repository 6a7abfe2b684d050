/**
 * Whether this is still the installation that the books were written in, and what is held while nobody knows. Depends on
 * {@code storage} and {@code audit}. Start at {@link dev.quittance.stripe.installation.Installations}.
 */
@NullMarked
package dev.quittance.stripe.installation;

import org.jspecify.annotations.NullMarked;
