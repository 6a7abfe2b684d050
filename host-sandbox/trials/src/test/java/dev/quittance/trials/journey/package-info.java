/** The main job walked in a real browser: by mouse, by keyboard alone, with script off; and looked at by axe. Start at {@code MainJobIT}. */
@NullMarked
package dev.quittance.trials.journey;

import org.jspecify.annotations.NullMarked;
