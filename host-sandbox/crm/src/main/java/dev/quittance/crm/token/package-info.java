/**
 * What lets programs in with a user's rights. Stands on {@code identity} and {@code storage}. Start at
 * {@link dev.quittance.crm.token.Tokens}.
 */
@NullMarked
package dev.quittance.crm.token;

import org.jspecify.annotations.NullMarked;
