/** Tests. */
@NullMarked
package dev.quittance.crm.record;

import org.jspecify.annotations.NullMarked;
