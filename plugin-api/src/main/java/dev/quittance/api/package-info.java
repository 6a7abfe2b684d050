/**
 * The agreement between a host and its plugins: how a plugin is built and what it is given. Start at
 * {@link dev.quittance.api.CrmPlugin}. Only the JDK, PF4J, Jakarta REST and jspecify appear in signatures here and below.
 */
@NullMarked
package dev.quittance.api;

import org.jspecify.annotations.NullMarked;
