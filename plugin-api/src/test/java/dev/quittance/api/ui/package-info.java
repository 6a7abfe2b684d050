/** User interface as data keeps its limits. */
@NullMarked
package dev.quittance.api.ui;

import org.jspecify.annotations.NullMarked;
