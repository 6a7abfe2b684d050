/**
 * Who may do what, tried on every route that a running host answers: the matrix is made from the host's own inventory, so a new
 * route is in it without anybody's doing. Start at {@code RightsIT}.
 */
@NullMarked
package dev.quittance.trials.rights;

import org.jspecify.annotations.NullMarked;
