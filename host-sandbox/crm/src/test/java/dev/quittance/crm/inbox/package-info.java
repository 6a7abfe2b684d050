/** Tests. */
@NullMarked
package dev.quittance.crm.inbox;

import org.jspecify.annotations.NullMarked;
