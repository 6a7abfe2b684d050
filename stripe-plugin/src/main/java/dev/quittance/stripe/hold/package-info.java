/**
 * What an admin sees and answers while money is held, and the job that notices and catches up. Start at
 * {@link dev.quittance.stripe.hold.Holds}.
 */
@NullMarked
package dev.quittance.stripe.hold;

import org.jspecify.annotations.NullMarked;
