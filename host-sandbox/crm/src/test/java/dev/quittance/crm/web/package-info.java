/** Tests. */
@NullMarked
package dev.quittance.crm.web;

import org.jspecify.annotations.NullMarked;
