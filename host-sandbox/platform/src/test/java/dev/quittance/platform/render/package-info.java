/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.render;

import org.jspecify.annotations.NullMarked;
