/** Tests of what the build packs. */
@NullMarked
package dev.quittance.stripe.packaging;

import org.jspecify.annotations.NullMarked;
