/** A person with a browser that runs no script: opens pages, fills in forms, follows links. Start at {@code Person}. */
@NullMarked
package dev.quittance.trials.person;

import org.jspecify.annotations.NullMarked;
