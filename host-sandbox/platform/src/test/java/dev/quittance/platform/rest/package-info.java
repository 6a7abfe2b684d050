/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.rest;

import org.jspecify.annotations.NullMarked;
