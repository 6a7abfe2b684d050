/** Tests. */
@NullMarked
package dev.quittance.crm.demo.browse;

import org.jspecify.annotations.NullMarked;
