/** Tests of the package of the same name. */
@NullMarked
package dev.quittance.platform.jobs;

import org.jspecify.annotations.NullMarked;
