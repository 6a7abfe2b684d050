/**
 * HTTP that a plugin answers itself: Jakarta REST resources and webhook endpoints. Start at {@link dev.quittance.api.rest.RestModule}.
 */
@NullMarked
package dev.quittance.api.rest;

import org.jspecify.annotations.NullMarked;
