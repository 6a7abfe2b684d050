/** Tests. */
@NullMarked
package dev.quittance.crm.notice;

import org.jspecify.annotations.NullMarked;
