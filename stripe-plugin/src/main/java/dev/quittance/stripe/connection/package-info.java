/**
 * The Stripe account that an organisation uses: its sealed key, its state, its webhook endpoint, and the settings page.
 * Depends on {@code storage}, {@code gateway} and {@code operation}. Start at {@link dev.quittance.stripe.connection.Connections}.
 */
@NullMarked
package dev.quittance.stripe.connection;

import org.jspecify.annotations.NullMarked;
