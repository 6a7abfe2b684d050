/** Tests. */
@NullMarked
package dev.quittance.crm.storage;

import org.jspecify.annotations.NullMarked;
