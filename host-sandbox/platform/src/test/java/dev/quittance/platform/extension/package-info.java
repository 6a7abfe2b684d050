/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.extension;

import org.jspecify.annotations.NullMarked;
