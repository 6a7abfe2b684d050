/**
 * What the plugin does when the host tells of its records. Knows requests, payments and documents. Start at
 * {@link dev.quittance.stripe.follow.RecordFollower}.
 */
@NullMarked
package dev.quittance.stripe.follow;

import org.jspecify.annotations.NullMarked;
