/**
 * The way to the plugin's own tables: transactions and the generated table classes. Depends on the plugin API and jOOQ only.
 * Start at {@link dev.quittance.stripe.storage.Database}.
 */
@NullMarked
package dev.quittance.stripe.storage;

import org.jspecify.annotations.NullMarked;
