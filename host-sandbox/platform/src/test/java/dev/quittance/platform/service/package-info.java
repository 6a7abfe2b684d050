/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.service;

import org.jspecify.annotations.NullMarked;
