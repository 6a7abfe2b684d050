/** Tests of what lets programs in. */
@NullMarked
package dev.quittance.crm.token;

import org.jspecify.annotations.NullMarked;
