/** Tests of mutating calls, with crashes and faults at every point. */
@NullMarked
package dev.quittance.stripe.operation;

import org.jspecify.annotations.NullMarked;
