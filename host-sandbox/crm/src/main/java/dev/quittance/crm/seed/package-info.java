/**
 * People and records to begin with. They are entered once and left alone afterwards; what comes of them is never entered. Stands
 * on {@code identity}, {@code record} and {@code books}. Start at {@link dev.quittance.crm.seed.Seed}.
 */
@NullMarked
package dev.quittance.crm.seed;

import org.jspecify.annotations.NullMarked;
