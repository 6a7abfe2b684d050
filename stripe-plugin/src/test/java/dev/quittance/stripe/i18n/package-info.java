/** Tests of what the plugin says. */
@NullMarked
package dev.quittance.stripe.i18n;

import org.jspecify.annotations.NullMarked;
