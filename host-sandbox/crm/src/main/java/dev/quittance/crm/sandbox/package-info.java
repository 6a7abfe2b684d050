/**
 * The commands and the composition root: builds every object, starts and stops what runs. The only package that sees all others.
 * Start at {@link dev.quittance.crm.sandbox.Main}.
 */
@NullMarked
package dev.quittance.crm.sandbox;

import org.jspecify.annotations.NullMarked;
