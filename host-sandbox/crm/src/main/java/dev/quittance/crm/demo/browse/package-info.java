/**
 * A browser without script: keeps cookies, follows redirects, fills in forms. Knows nothing else here. Start at
 * {@link dev.quittance.crm.demo.browse.Browser}.
 */
@NullMarked
package dev.quittance.crm.demo.browse;

import org.jspecify.annotations.NullMarked;
