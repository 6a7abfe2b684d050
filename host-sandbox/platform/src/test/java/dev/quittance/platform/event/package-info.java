/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.event;

import org.jspecify.annotations.NullMarked;
