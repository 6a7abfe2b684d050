/**
 * The CRM's pages. Stands on {@code web}, {@code identity}, {@code record}, {@code notice} and {@code inbox}. Start at
 * {@link dev.quittance.crm.screen.Screens}.
 */
@NullMarked
package dev.quittance.crm.screen;

import org.jspecify.annotations.NullMarked;
