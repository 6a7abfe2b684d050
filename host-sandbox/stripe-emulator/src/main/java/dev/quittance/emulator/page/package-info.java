/**
 * The pages that people see: HTML without script, from templates beside the classes. Knows texts and amounts already
 * written out, nothing of Stripe's objects; depends on the JDK alone. Start at {@link dev.quittance.emulator.page.PayPage}.
 */
@NullMarked
package dev.quittance.emulator.page;

import org.jspecify.annotations.NullMarked;
