/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.screen;

import org.jspecify.annotations.NullMarked;
