/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.migration;

import org.jspecify.annotations.NullMarked;
