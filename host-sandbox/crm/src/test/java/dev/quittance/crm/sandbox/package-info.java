/** Tests. */
@NullMarked
package dev.quittance.crm.sandbox;

import org.jspecify.annotations.NullMarked;
