/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.web;

import org.jspecify.annotations.NullMarked;
