/** Customers. */
@NullMarked
package dev.quittance.emulator.customer;

import org.jspecify.annotations.NullMarked;
