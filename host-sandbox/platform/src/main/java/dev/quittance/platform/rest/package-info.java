/**
 * Jakarta REST of plugins: one Jersey application each, made when the plugin is enabled and dropped when it is disabled. Depends
 * on {@code extension}, {@code host} and {@code jobs}. Start at {@link dev.quittance.platform.rest.RestApplications}.
 */
@NullMarked
package dev.quittance.platform.rest;

import org.jspecify.annotations.NullMarked;
