/**
 * Who is acting: the organisation and the signed-in person. Start at {@link dev.quittance.api.identity.Actor}.
 */
@NullMarked
package dev.quittance.api.identity;

import org.jspecify.annotations.NullMarked;
