/** Tests. */
@NullMarked
package dev.quittance.crm.demo;

import org.jspecify.annotations.NullMarked;
