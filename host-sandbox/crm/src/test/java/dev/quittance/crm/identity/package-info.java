/** Tests. */
@NullMarked
package dev.quittance.crm.identity;

import org.jspecify.annotations.NullMarked;
