/** The way in for people who pay: hosted pages as calls and answers. The markup is in {@code page}. */
@NullMarked
package dev.quittance.emulator.hosted;

import org.jspecify.annotations.NullMarked;
