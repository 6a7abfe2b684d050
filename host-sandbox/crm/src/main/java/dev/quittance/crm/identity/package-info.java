/**
 * Organisations, users, passwords and sessions: who is it, and may they come in. Stands on {@code storage}. Start at
 * {@link dev.quittance.crm.identity.SignIns} and {@link dev.quittance.crm.identity.Sessions}.
 */
@NullMarked
package dev.quittance.crm.identity;

import org.jspecify.annotations.NullMarked;
