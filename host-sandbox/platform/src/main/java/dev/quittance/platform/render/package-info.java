/**
 * The declarative UI as HTML and as JSON: words, amounts and dates in the reader's language, forms and their answers. Depends on
 * {@code extension} for a plugin's message bundles. Start at {@link dev.quittance.platform.render.Assets} for files, at the
 * templates for looks.
 */
@NullMarked
package dev.quittance.platform.render;

import org.jspecify.annotations.NullMarked;
