/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
