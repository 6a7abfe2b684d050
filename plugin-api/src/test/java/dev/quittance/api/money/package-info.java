/** Amounts refuse rather than round. */
@NullMarked
package dev.quittance.api.money;

import org.jspecify.annotations.NullMarked;
