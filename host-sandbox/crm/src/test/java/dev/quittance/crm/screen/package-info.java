/** Tests. */
@NullMarked
package dev.quittance.crm.screen;

import org.jspecify.annotations.NullMarked;
