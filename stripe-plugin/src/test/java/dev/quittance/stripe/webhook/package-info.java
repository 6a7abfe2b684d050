/** Tests of intake and working off. */
@NullMarked
package dev.quittance.stripe.webhook;

import org.jspecify.annotations.NullMarked;
