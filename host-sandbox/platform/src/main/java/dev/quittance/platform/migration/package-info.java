/**
 * Schemas: the platform's own and one for each plugin, by SQL scripts alone. Depends on nothing here. Start at
 * {@link dev.quittance.platform.migration.Migrations}.
 */
@NullMarked
package dev.quittance.platform.migration;

import org.jspecify.annotations.NullMarked;
