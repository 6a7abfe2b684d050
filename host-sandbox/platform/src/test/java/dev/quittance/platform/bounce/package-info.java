@NullMarked
package dev.quittance.platform.bounce;

import org.jspecify.annotations.NullMarked;
