/** Tests of disputes. */
@NullMarked
package dev.quittance.stripe.dispute;

import org.jspecify.annotations.NullMarked;
